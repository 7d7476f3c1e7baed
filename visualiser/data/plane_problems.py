"""The problems on the plane, and the text that says which one is wanted and how."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

# The inputs that can be had of a point: as a source names them, and as they are written.
FEATURES = {
    "x1": "x₁",
    "x2": "x₂",
    "x1^2": "x₁²",
    "x2^2": "x₂²",
    "x1x2": "x₁x₂",
    "sinx1": "sin x₁",
    "sinx2": "sin x₂",
}
MOST_NOISE, LEAST_SHARE, MOST_SHARE = 50, 10, 90


@dataclass(frozen=True)
class PlaneSettings:
    """A problem, and how its points are made.

    Attributes
    ----------
    problem : str
        One of `problem_titles`.
    noise : int
        0 to 50.
    train : int
        Points to learn from, in per cent: 10 to 90.
    features : tuple of str
        One or more of FEATURES: the network's inputs.
    seed : int
        Decides where the points lie.
    """

    problem: str = "circle"
    noise: int = 0
    train: int = 50
    features: tuple[str, ...] = ("x1", "x2")
    seed: int = 1

    @property
    def source(self) -> str:
        """With which `core.load_dataset` makes these points."""
        features = "+".join(self.features)
        return (
            f"{self.problem}:noise={self.noise},train={self.train},"
            f"features={features},seed={self.seed}"
        )


def problem_titles() -> dict[str, str]:
    """The problems by name, and what they are called."""
    translate = QCoreApplication.translate
    return {
        "and": translate("PlaneProblems", "AND"),
        "or": translate("PlaneProblems", "OR"),
        "xor": translate("PlaneProblems", "XOR"),
        "circle": translate("PlaneProblems", "Circle"),
        "spiral": translate("PlaneProblems", "Two spirals"),
        "gauss": translate("PlaneProblems", "Two Gaussians"),
        "plane": translate("PlaneProblems", "Regression on a plane"),
    }


def is_plane_problem(source: str) -> bool:
    """Whether a source is one of these problems, with settings or without."""
    return source.partition(":")[0] in problem_titles()


def problem_title(source: str) -> str:
    """What the problem of a source is called; empty where it is none."""
    return problem_titles().get(source.partition(":")[0], "")

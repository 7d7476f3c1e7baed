"""The controls of how the network is drawn: one row for each option."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QSlider

from visualiser.network_view.options import LARGEST_SCALE, SMALLEST_SCALE, ViewOptions
from visualiser.network_view.options_parts import (
    DashSample,
    Form,
    ScaleField,
    explain,
)
from visualiser.theme import Theme
from visualiser.widgets.step_field import StepField

_MOST_HIDDEN = 95  # per cent
_NUMBER_WIDTH = 64


class OptionsControls(Form):
    """Rows of controls that show options and tell what is chosen by hand.

    Signals
    -------
    changed (ViewOptions)
    reference_asked (int)
        W′ is to be of this step.
    """

    changed = Signal(object)
    reference_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._options = ViewOptions()
        self._position = 0
        self._add_scale()
        self._add_weakest()
        self._sample = DashSample()
        self._add_signs()
        self._add_reference()
        self._add_circles()
        self._add_layers()
        self._add_movement()
        self.set_has_image(True)
        self._show_options()
        self.chosen.connect(self._take)

    # ---------------------------------------------------------------- what they show

    @property
    def options(self) -> ViewOptions:
        """What is chosen."""
        return self._options

    def set_options(self, options: ViewOptions) -> None:
        """Show that these hold."""
        self._options = options
        self._show_options()

    def set_reference(self, step: int) -> None:
        """Show of which step W′ is."""
        if step != self._reference.value():
            with QSignalBlocker(self._reference):
                self._reference.setValue(step)

    def set_position(self, step: int) -> None:
        """Take note of the step that is shown now."""
        self._position = step

    def set_has_image(self, has_image: bool) -> None:
        """Offer what only an input that is an image has, or say why not."""
        input_form, pictures = self.choices["input_form"], self.switches["weight_pictures"]
        input_form.setEnabled(has_image)
        pictures.setEnabled(has_image)
        if has_image:
            input_tip = self.tr(
                "How the input layer is drawn: as the image that it is, as a column of its "
                "first and last eight circles, or as all its circles."
            )
            pictures_tip = self.tr(
                "Circles of layer 1 show the lines that lead to them as an image: what the "
                "neuron looks for."
            )
        else:
            input_tip = self.tr("The input is not an image, so it is drawn as circles.")
            pictures_tip = self.tr(
                "The input is not an image, so what layer 1 looks for is none either."
            )
        explain(input_form, input_form.accessibleName(), input_tip)
        explain(pictures, pictures.text(), pictures_tip)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._sample.set_theme(theme)

    def begin(self) -> None:
        """Give the first control the focus."""
        self.choices["scale_mode"].setFocus(Qt.FocusReason.PopupFocusReason)

    def give_up(self) -> None:
        """Forget what is typed and is not taken over."""
        self._fixed.give_up()

    def _show_options(self) -> None:
        options = self._options
        for name, box in self.choices.items():
            box.show_value(getattr(options, name))
        for name, switch in self.switches.items():
            switch.setChecked(getattr(options, name))
        self._fixed.show_value(options.fixed_scale)
        with QSignalBlocker(self._weakest):
            self._weakest.setValue(round(100 * options.hidden_below))
        self._describe_scale()
        self._describe_weakest()

    def _describe_scale(self) -> None:
        is_fixed = self._options.scale_mode == "fixed"
        self._fixed.setEnabled(is_fixed)
        if not is_fixed:
            self._fixed.give_up()
        locked = self.switches["is_locked"]
        locked.setEnabled(not is_fixed)
        tip = (
            self.tr("A fixed scale holds still by itself.")
            if is_fixed
            else self.tr(
                "The scale holds still while the values change, so that colours of different "
                "steps can be compared."
            )
        )
        explain(locked, locked.text(), tip)

    def _describe_weakest(self) -> None:
        percent = self._weakest.value()
        text = self.tr("below {percent} % of full colour").format(percent=percent)
        if percent == 0:
            text = self.tr("none is hidden")
        self._weakest_text.setText(text)

    # ---------------------------------------------------------------- rows

    def _add_scale(self) -> None:
        self.add_heading(self.tr("Lines"))
        modes = (
            ("layer", self.tr("per layer")),
            ("common", self.tr("one for all layers")),
            ("fixed", self.tr("fixed at")),
        )
        tip = self.tr(
            "From which value on a line's colour is full: one for each layer, one for all "
            "layers, both as the values need it, or a number of yours."
        )
        self.add_choice("scale_mode", self.tr("Scale"), modes, tip)
        tip = self.tr("Where the scale is fixed: a line of this value or more has full colour.")
        self._fixed = ScaleField(self.tr("Fixed scale"), tip, _NUMBER_WIDTH)
        self._fixed.setAccessibleDescription(tip)
        self._fixed.value_entered.connect(self._fix_scale)
        self._fixed.text_refused.connect(self._refuse)
        self._fixed.put_right.connect(self._forgive)
        locked = self.new_switch("is_locked", self.tr("Locked"))
        locked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add_below(self._fixed, locked)
        self._refusal = QLabel(self.tr("Type a number from 10⁻⁹ to 10⁹, for instance 1.5."))
        self._refusal.setObjectName("refusal")
        self._refusal.setWordWrap(True)
        self._refusal.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._refusal.hide()
        self.add_below(self._refusal)

    def _add_weakest(self) -> None:
        self._weakest = QSlider(Qt.Orientation.Horizontal)
        self._weakest.setRange(0, _MOST_HIDDEN)
        self._weakest.setPageStep(5)
        self._weakest.valueChanged.connect(self._hide_weakest)
        tip = self.tr("Lines weaker than this are not drawn, so that strong ones stand free.")
        self.add_named(self.tr("Hide the weakest"), self._weakest, tip)
        self._weakest_text = QLabel()
        self._weakest_text.setObjectName("secondary")
        self.add_below(self._weakest_text)

    def _add_signs(self) -> None:
        text = self.tr("Negative ones dashed")
        tip = self.tr("Lines of negative values are dashed, so that signs differ without colour.")
        self.add_switch("dashed_negatives", text, tip, self._sample)

    def _add_reference(self) -> None:
        self._reference = StepField()
        self._reference.valueChanged.connect(self.reference_asked)
        text = self.tr("This step")
        this_step = QPushButton(text)
        this_step.setObjectName("chip")
        this_step.setAutoDefault(False)
        explain(
            this_step, text, self.tr("Compares with the weights of the step that is shown now.")
        )
        this_step.clicked.connect(self._ask_for_this_step)
        tip = self.tr("Lines that show W−W′ compare a weight W with W′, what it was at this step.")
        self.add_named(self.tr("W−W′ since step"), self._reference, tip, this_step)

    def _add_circles(self) -> None:
        self.add_heading(self.tr("Circles"))
        rings = (("none", self.tr("nothing")), ("bias", "B"), ("slope", "∂C/∂B"))
        tip = self.tr(
            "What the colour of a circle's ring shows: nothing, the neuron's bias B, or how fast "
            "the cost grows with it, ∂C/∂B."
        )
        self.add_choice("ring", self.tr("Rings show"), rings, tip)
        self.add_switch("weight_pictures", self.tr("What layer 1 looks for, in its circles"))

    def _add_layers(self) -> None:
        self.add_heading(self.tr("Layers"))
        inputs = (
            ("picture", self.tr("its image")),
            ("ends", self.tr("its first and last eight")),
            ("circles", self.tr("all circles")),
        )
        self.add_choice("input_form", self.tr("Input as"), inputs)
        columns = (("fold", self.tr("fold")), ("ends", self.tr("first and last")))
        tip = self.tr(
            "A column too tall for the window is folded into several, or shows only its first "
            "and last neurons."
        )
        self.add_choice("tall_form", self.tr("Tall columns"), columns, tip)

    def _add_movement(self) -> None:
        self.add_heading(self.tr("Movement"))
        tip = self.tr(
            "When a step is taken, its forward and backward pass run along the lines as a "
            "short glow."
        )
        self.add_switch("shows_flow", self.tr("A step's passes glow"), tip)
        tip = self.tr(
            "When the window gets another size, the whole network is fitted into it, and your "
            "zoom is lost."
        )
        self.add_switch("fits_always", self.tr("Fit when the window changes"), tip)

    # ---------------------------------------------------------------- what is chosen

    @Slot()
    def _take(self) -> None:
        chosen: dict[str, Any] = {name: box.value for name, box in self.choices.items()}
        chosen |= {name: switch.isChecked() for name, switch in self.switches.items()}
        self._change(replace(self._options, **chosen))

    @Slot(int)
    def _hide_weakest(self, percent: int) -> None:
        self._change(replace(self._options, hidden_below=percent / 100))

    @Slot(float)
    def _fix_scale(self, value: float) -> None:
        if not SMALLEST_SCALE <= value <= LARGEST_SCALE:
            self._refuse()
            return
        self._forgive()
        self._change(replace(self._options, fixed_scale=value))

    def _change(self, options: ViewOptions) -> None:
        if options != self._options:
            self.set_options(options)
            self.changed.emit(options)

    @Slot()
    def _refuse(self) -> None:
        self._fixed.mark_invalid(True)
        self._refusal.show()

    @Slot()
    def _forgive(self) -> None:
        self._fixed.mark_invalid(False)
        self._refusal.hide()

    @Slot()
    def _ask_for_this_step(self) -> None:
        self.set_reference(self._position)
        self.reference_asked.emit(self._position)

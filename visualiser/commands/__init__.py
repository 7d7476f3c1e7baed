"""Everything a user can do: described once, offered by key, menu, button and palette."""

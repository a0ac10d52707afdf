"""Which releases were published, and with which digest: the one list of them, to which ``data release`` adds."""

from typing import Final

__all__ = ["PUBLISHED"]

PUBLISHED: Final = {
    "2026.11.0": "57f6403b07440d95858fda75cd4e1bbbbc32cd6b33d41dd1a89ac0fed5b82607",
    "2026.11.1": "3f8a48d8b3089da0146fd7c989e69831d2d519968a5ab4830eff199e32b33332",
    "2026.11.2": "d915797161ce495b9c337bf315c5bb4a41a2e34ea96f85b52b0a797cc0f3dddc",
    "2026.11.3": "18698e6fc0d4af9d28b407404ebe8620009a22d2b427678c823dac69c49d72b7",
    "2026.11.4": "e393510414a3aa85a2982bc519e5d8b8b84986c071cb7811cd0f57d5b0cf3d61",
    "2026.11.5": "6e8be4ceebe14ad49a6f6a8a251bd1c821baab037f5549878363d32f5286538b",
}
"""The SHA-256 of each release's descriptor by version, oldest first; no line of it ever changes or goes."""

"""No test leaves this machine: the hook that guards the product guards its tests."""

import os

from hypothesis import settings

from flows.network import forbid_network

forbid_network()

# A gate must say the same twice; at the desk every run looks at other examples.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "desk")

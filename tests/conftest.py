"""No test leaves this machine: the hook that guards the product guards its tests."""

from flows.network import forbid_network

forbid_network()

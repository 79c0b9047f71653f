"""Imported by Python itself at the start of every child process: the rules hold there too."""

from flows.network import forbid_network
from flows.orphans import end_with_parent

forbid_network()
end_with_parent()

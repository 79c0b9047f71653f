"""The steps of the work, a plain function each; what follows what stands in `flows.line`."""

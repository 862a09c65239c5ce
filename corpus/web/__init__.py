"""Documents at web addresses: which may be asked for, and what comes; not what they say."""

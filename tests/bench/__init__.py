"""The benchmark: our site beside a plain Material site of the same words, in the same run."""

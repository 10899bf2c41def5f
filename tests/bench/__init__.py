"""The benchmark: our site beside a plain one of the same words, and beside a floor by hand."""

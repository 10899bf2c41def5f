"""What the build writes beside the pages. Text and bytes in, text and bytes out; no MkDocs."""

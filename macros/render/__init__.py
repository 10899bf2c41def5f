"""Components: catalogue and a link function in, HTML out. Pure: no file, no clock, no MkDocs."""

"""Networks drawn: one picture, written as SVG, as PNG and into a page.

    strongest part -> layout -> marks that do not overlap -> picture -> svg | png | html

Positions come from the ties alone and from the order of the nodes: the same network is drawn the
same way each time.
"""

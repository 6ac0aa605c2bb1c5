"""Write the country shapes of the desk's map: src/kawat/web/static/world.json.

Run: ``python docs/world.py countries-110m.json``, with the file of that name from the npm package
world-atlas 2.0.2. The shapes are Natural Earth's (1:110 million, public domain), packed as
TopoJSON: https://github.com/topojson/topojson-specification. They are written as GeoJSON whose
features are named by their ISO 3166-1 alpha-3 codes, coordinates to a hundredth of a degree.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path(__file__).parent.parent / "src/kawat/web/static/world.json"
UNCODED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
"""Shapes without a number of ISO 3166-1, and what they are coloured as."""

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees; in the file each point is a step from the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        arcs.append([(round(x * sx + tx, 2), round(y * sy + ty, 2)) for x, y in steps])
    return arcs


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the ring that arcs make end to end; a negative number is an arc backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def feature(shape: dict[str, Any], arcs: list[list[Point]]) -> dict[str, Any]:
    """Return a country as GeoJSON, named by its code."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    found = pycountry.countries.get(numeric=shape.get("id", ""))
    name = found.alpha_3 if found else UNCODED[shape["properties"]["name"]]
    rings = [[ring(numbers, arcs) for numbers in polygon] for polygon in polygons]
    geometry = {"type": "MultiPolygon", "coordinates": rings}
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def main() -> None:
    """Convert the file that is named."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    shapes = topology["objects"]["countries"]["geometries"]
    world = {"type": "FeatureCollection", "features": [feature(shape, arcs) for shape in shapes]}
    TARGET.write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

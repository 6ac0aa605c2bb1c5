"""Write a trained network as ONNX, node by node, so that the same weights give the same bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from network import Network
from onnx import TensorProto, helper, numpy_helper

from kawat.language.features import COLUMNS
from kawat.language.layout import DILATIONS

OPSET = 17
IR_VERSION = 9


class Graph:
    """Collects nodes and weights; each method adds a node and returns the name of its output."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def add(self, op: str, *inputs: str, name: str = "", **attributes: object) -> str:
        name = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = value
        return name

    def weight(self, name: str, transpose: bool = False) -> str:
        value = self.weights[name]
        return self.constant(name, np.ascontiguousarray(value.T if transpose else value))

    def linear(self, x: str, layer: str, name: str = "") -> str:
        product = self.add("MatMul", x, self.weight(f"{layer}.weight", transpose=True))
        return self.add("Add", product, self.weight(f"{layer}.bias"), name=name)

    def lookup(self, table: str, ids: str) -> str:
        """Look rows up in a table that is kept in half precision."""
        half = self.constant(table, self.weights[table].astype(np.float16))
        return self.add("Cast", self.add("Gather", half, ids), to=TensorProto.FLOAT)

    def maxout(self, x: str, layer: str) -> str:
        both = self.linear(x, layer)
        width = self.weights[f"{layer}.bias"].shape[0] // 2
        zero, half = self.constant("zero", np.array([0])), self.constant("half", np.array([width]))
        full, axis = (
            self.constant("full", np.array([2 * width])),
            self.constant("one", np.array([1])),
        )
        a = self.add("Slice", both, zero, half, axis)
        return self.add("Max", a, self.add("Slice", both, half, full, axis))

    def normalised(self, x: str, layer: str) -> str:
        scale, bias = self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-5)

    def with_sides(self, x: str, layer: int) -> str:
        """Set the rows to the left and to the right beside every row."""
        width = self.weights["leave.bias"].shape[0]
        empty = self.constant("empty", np.zeros((1, width), dtype=np.float32))
        padded = self.add("Concat", x, empty, axis=0)
        sides = []
        for row in (2 * layer, 2 * layer + 1):
            index = self.constant(f"side{row}", np.array(row))
            ids = self.add("Gather", "sides", index, axis=0)
            sides.append(self.add("Gather", padded, ids, axis=0))
        return self.add("Concat", sides[0], x, sides[1], axis=1)


def build(network: Network) -> onnx.ModelProto:
    """Return the network as an ONNX model (see :mod:`kawat.language.model` for its outputs)."""
    weights = {k: v.detach().numpy() for k, v in network.state_dict().items()}
    g = Graph(weights)
    columns = []
    for number in range(len(COLUMNS)):
        column = g.constant(f"column{number}", np.array(number))
        ids = g.add("Gather", "features", column, axis=1)
        table = "word.weight" if number < 2 else f"hashed.{number - 2}.weight"
        columns.append(g.lookup(table, ids))
    x = g.maxout(g.add("Concat", *columns, axis=1), "enter")
    for layer in range(len(DILATIONS)):
        y = g.normalised(x, f"blocks.{layer}.norm")
        x = g.add("Add", x, g.maxout(g.with_sides(y, layer), f"blocks.{layer}.mix"))
    x = g.normalised(x, "leave")
    g.add("ArgMax", g.linear(x, "tag"), axis=1, keepdims=0, name="tags")
    g.linear(g.add("Relu", g.linear(g.with_sides(x, 0), "name_mix")), "name", name="names")
    dependent = g.add("Relu", g.linear(x, "dependent"))
    g.add("MatMul", dependent, g.weight("bilinear"), name="dependents")
    head = g.add("Relu", g.linear(x, "head"))
    g.add("Concat", head, g.linear(head, "head_bias"), axis=1, name="heads")
    g.linear(x, "distance", name="distances")
    g.linear(x, "root", name="roots")
    g.linear(x, "label_dependent", name="label_dependents")
    g.linear(x, "label_head", name="label_heads")
    integers = TensorProto.INT64
    inputs = [
        helper.make_tensor_value_info("features", integers, ["words", len(COLUMNS)]),
        helper.make_tensor_value_info("sides", integers, [2 * len(DILATIONS), "words"]),
    ]
    return _model(g, inputs, OUTPUTS)


def build_labels(network: Network) -> onnx.ModelProto:
    """Return the small network that labels the arcs once the heads are known (``at``)."""
    g = Graph({k: v.detach().numpy() for k, v in network.state_dict().items()})
    head = g.add("Gather", "label_heads", "at", axis=0)
    mixed = g.add("Relu", g.add("Add", "label_dependents", head))
    g.add("ArgMax", g.linear(mixed, "label"), axis=1, keepdims=0, name="labels")
    width = network.shape.label
    return _model(
        g,
        [
            helper.make_tensor_value_info("label_dependents", TensorProto.FLOAT, ["words", width]),
            helper.make_tensor_value_info("label_heads", TensorProto.FLOAT, ["words", width]),
            helper.make_tensor_value_info("at", TensorProto.INT64, ["words"]),
        ],
        ("labels",),
    )


OUTPUTS = (
    "tags",
    "names",
    "dependents",
    "heads",
    "distances",
    "roots",
    "label_dependents",
    "label_heads",
)


def _model(
    g: Graph, inputs: list[onnx.ValueInfoProto], outputs: tuple[str, ...]
) -> onnx.ModelProto:
    chosen = {"tags", "labels"}
    results = [
        helper.make_tensor_value_info(
            name,
            TensorProto.INT64 if name in chosen else TensorProto.FLOAT,
            ["words"] if name in chosen else ["words", None],
        )
        for name in outputs
    ]
    weights = [numpy_helper.from_array(value, name) for name, value in g.constants.items()]
    graph = helper.make_graph(g.nodes, "kawat-language", inputs, results, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = IR_VERSION
    model.producer_name = "kawat"
    onnx.checker.check_model(model)
    return model


def write(
    out: Path,
    network: Network,
    *,
    vocabulary: list[str],
    habits: np.ndarray,
    tags: list[str],
    labels: list[str],
    about: dict[str, object],
) -> None:
    """Write all files of the model, and ``model.json`` with their hashes."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "network.onnx").write_bytes(build(network).SerializeToString(deterministic=True))
    (out / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    (out / "habits.bin").write_bytes(habits.tobytes())
    (out / "labels.onnx").write_bytes(build_labels(network).SerializeToString(deterministic=True))
    files = ("network.onnx", "labels.onnx", "vocabulary.txt", "habits.bin")
    sums = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files}
    record = {"format": 1, "tags": tags, "labels": labels, "sha256": sums, **about}
    (out / "model.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")

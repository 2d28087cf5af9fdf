// Opens the geometry library with the symbols of its manifest, unchanged: deno run geometry.js LIBRARY MANIFEST TARGET
const [library, manifestFile, target] = Deno.args;
const manifest = JSON.parse(Deno.readTextFileSync(manifestFile));
const { symbols } = Deno.dlopen(library, manifest.symbols["*"] ?? manifest.symbols[target]);

console.log("scalar", symbols.color_pack(255, 65535).toString(16));

const point = (x, y) => new Uint8Array(Int32Array.of(x, y).buffer);
const middle = symbols.point_midpoint(point(0, 10), point(4, -20));
console.log("struct", ...new Int32Array(middle.buffer));

const rect = symbols.rect_around(point(5, 1), point(2, 9));
console.log("nested", ...new Int32Array(rect.buffer));

const points = Int32Array.of(3, 0, -4, 0, 8, 0);
const [min, max] = [new Int32Array(1), new Int32Array(1)];
console.log("out", symbols.points_range(points, 3n, min, max), min[0], max[0]);

console.log("string", Deno.UnsafePointerView.getCString(
  symbols.canvas_name(openCanvas("café"))));

console.log("variable", symbols.geometry_verbosity);
// A variable that is no scalar is its address: there lie four bytes of a struct, and here a pointer to a text.
const pen = new Deno.UnsafePointerView(symbols.geometry_pen);
console.log("struct variable", ...[0, 1, 2, 3].map((i) => pen.getUint8(i)));
const build = new Deno.UnsafePointerView(symbols.geometry_build);
console.log("text variable", Deno.UnsafePointerView.getCString(build.getPointer()));

console.log("missing", symbols.geometry_missing, symbols.geometry_nowhere);

function openCanvas(name) {
  const slot = new BigUint64Array(1);
  symbols.canvas_open(new TextEncoder().encode(name + "\0"), 0, slot);
  return Deno.UnsafePointer.create(slot[0]);
}

"""Views, copies of views, joining and splitting, reading and writing by index."""

ALL = ["mat34/f32", "mat34/f64", "mat34/c128", "mat34/i64", "mat34/bool", "turned/f64", "step/f64", "no-matrix/f32"]
SOME = ["mat34/f32", "mat34/f64", "mat34/i64", "turned/f64"]
CUBE = ["cube/f32", "cube/f64", "cube/c128", "cube/i64"]


def record(r):
    views(r)
    copies(r)
    joining(r)
    indexing(r)


def views(r):
    r.call("flatten", "flatten(a)", "a.flatten()", "ravel(a)", "a.ravel()", on=ALL + CUBE)
    r.call("flatten dims", "flatten(a, 1, 2)", "a.flatten(1, 2)", on=CUBE)
    r.call("unflatten", "a.unflatten(1, [2, 2])", on=SOME)
    r.call("reshape", "reshape(a, [4, 3])", "a.reshape(4, 3)", "a.reshape([4, -1])", on=SOME[:4] + ["step/f64"])
    r.call("view", "a.view(4, 3)", "a.view([4, -1])", on=["mat34/f32", "mat34/c128", "turned/f64"])
    r.call("view type", "a.view(torch.int32)", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("view_as", "a.view_as(b)", "a.reshape_as(b)", on=["mat34/f32 mat43/f32", "mat34/i64 mat43/i64"])
    r.call("permute", "permute(a, [2, 0, 1])", "a.permute(2, 0, 1)", on=CUBE)
    r.call("transpose", "transpose(a, 0, 1)", "a.transpose(0, 1)", "swapaxes(a, 0, 1)", "a.swapaxes(0, 1)", "swapdims(a, 0, 1)", "a.swapdims(0, 1)",
           "a.clone().transpose_(0, 1)", "a.clone().swapaxes_(0, 1)", "a.clone().swapdims_(0, 1)", on=ALL + CUBE)
    r.call("t", "t(a)", "a.t()", "a.T", "a.clone().t_()", on=ALL)
    r.call("mT", "a.mT", on=CUBE)
    r.call("H", "a.H", "a.mH", "adjoint(a)", "a.adjoint()", on=["mat34/f32", "mat34/c128"])
    r.call("movedim", "movedim(a, [0, 1], [2, 0])", "a.movedim([0, 1], [2, 0])", "moveaxis(a, [0, 1], [2, 0])", "a.moveaxis([0, 1], [2, 0])", on=CUBE)
    r.call("squeeze", "squeeze(a[:, :1])", "a[:, :1].squeeze()", on=SOME)
    r.call("squeeze dim", "squeeze(a[:, :1], 1)", "a[:, :1].squeeze(1)", on=SOME)
    r.call("unsqueeze", "unsqueeze(a, 1)", "a.unsqueeze(1)", "a.clone().unsqueeze_(1)", on=ALL)
    r.call("expand", "a.expand(2, 3, 4)", "a.expand([2, -1, -1])", "broadcast_to(a, [2, 3, 4])", "a.broadcast_to([2, 3, 4])", on=SOME)
    r.call("expand_as", "a.expand_as(b)", on=["any-row/f32 any/f64", "any-row/i64 any/f32"])
    r.call("as_strided", "as_strided(a, [2, 2], [3, 1], 1)", "a.as_strided([2, 2], [3, 1], 1)", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("as_strided_", "a.clone().as_strided_([2, 2], [3, 1], 1)", "as_strided_(a.clone(), [2, 2], [3, 1], 1)", on=["mat34/f32", "mat34/i64"], grad=False)
    r.call("unfold", "a.unfold(1, 2, 1)", on=SOME)
    r.call("diagonal", "diagonal(a, 1)", "a.diagonal(1)", on=ALL)
    r.call("diagonal dims", "diagonal(a, 0, 1, 2)", "a.diagonal(0, 1, 2)", "linalg.diagonal(a, offset=0, dim1=1, dim2=2)", on=CUBE)
    r.call("diag", "diag(a, 1)", "a.diag(1)", on=["mat34/f32", "mat34/f64", "row4/f32", "row4/i64", "row4/c128"])
    r.call("diag_embed", "diag_embed(a, 1)", "a.diag_embed(1)", on=SOME + ["mat34/c128"])
    r.call("diagflat", "diagflat(a, -1)", "a.diagflat(-1)", on=["any/f32", "any/i64", "row4/f64"])
    r.call("tril", "tril(a, -1)", "a.tril(-1)", "a.clone().tril_(-1)", on=ALL + CUBE)
    r.call("triu", "triu(a, 1)", "a.triu(1)", "a.clone().triu_(1)", on=ALL + CUBE)
    r.call("flip", "flip(a, [0, 1])", "a.flip(0, 1)", on=ALL)
    r.call("fliplr", "fliplr(a)", "a.fliplr()", on=SOME)
    r.call("flipud", "flipud(a)", "a.flipud()", on=SOME)
    r.call("roll", "roll(a, [1, 2], [0, 1])", "a.roll([1, 2], [0, 1])", on=SOME)
    r.call("roll flat", "roll(a, 3)", "a.roll(3)", on=SOME)
    r.call("rot90", "rot90(a, 1, [0, 1])", "a.rot90(1, [0, 1])", on=SOME + ["mat34/c128"])
    r.call("tile", "tile(a, [2, 1])", "a.tile([2, 1])", "a.repeat(2, 1)", on=SOME)
    r.call("repeat_interleave", "repeat_interleave(a, 2, 1)", "a.repeat_interleave(2, 1)", on=SOME)
    r.call("repeat_interleave counts", "repeat_interleave(a, b, 1)", "a.repeat_interleave(b, 1)", on=["any/f32 counts/i64", "any/f64 counts/i64", "any/i64 counts/i64"])
    r.call("narrow", "narrow(a, 1, 1, 2)", "a.narrow(1, 1, 2)", on=ALL[:7])
    r.call("select", "select(a, 1, 2)", "a.select(1, 2)", on=ALL)
    r.call("contiguous", "a.contiguous()", "a.clone()", "clone(a)", "detach(a)", on=ALL, grad=False)
    r.call("atleast_1d", "atleast_1d(a)", on=["any-scalar/f64", "any/f32"])
    r.call("atleast_2d", "atleast_2d(a)", on=["any-scalar/f64", "row4/f32", "any/f32"])
    r.call("atleast_3d", "atleast_3d(a)", on=["any-scalar/f64", "row4/f32", "any/f32"])
    r.call("vander", "vander(a, 3, True)", "linalg.vander(a, N=3)", on=["row4/f32", "row4/f64", "row4/i64", "row4/c128"])
    r.call("broadcast_tensors", "broadcast_tensors(a, b)", on=["any/f32 any-row/f64", "any/i64 any-scalar/f32"])
    r.call("constant_pad_nd", "constant_pad_nd(a, [1, 2, 0, 1], 1.5)", on=["mat34/f32", "mat34/f64", "mat34/c128"])
    r.call("resize_as_", "a.clone().resize_as_(b)", "resize_as_(a.clone(), b)", on=["mat34/f32 mat43/f32"], grad=False)
    r.call("shape", "a.size(), a.stride()", on=["mat34/f32", "turned/f64", "step/f64", "cube/i64"], grad=False)
    r.call("broadcast_shapes", "broadcast_shapes([2, 1, 4], [3, 1])", on=["any/f32"], grad=False)
    r.call("Tensor.channel_shuffle", "channel_shuffle(a, 2)", on=["four/f32", "four/f64"], grad=False)


def copies(r):
    for name, spelling, on in (
            ("alias_copy", "alias_copy(a)", ALL[:5]), ("as_strided_copy", "as_strided_copy(a, [2, 2], [3, 1], 1)", SOME[:3]), ("detach_copy", "detach_copy(a)", SOME),
            ("diagonal_copy", "diagonal_copy(a, 1)", SOME), ("expand_copy", "expand_copy(a, [2, 3, 4])", SOME), ("permute_copy", "permute_copy(a, [1, 0])", SOME),
            ("select_copy", "select_copy(a, 1, 2)", SOME), ("slice_copy", "slice_copy(a, 1, 1, 4, 2)", SOME), ("split_copy", "split_copy(a, 2, 1)", SOME),
            ("split_with_sizes_copy", "split_with_sizes_copy(a, [1, 3], 1)", SOME), ("squeeze_copy", "squeeze_copy(a[:, :1])", SOME), ("t_copy", "t_copy(a)", SOME),
            ("transpose_copy", "transpose_copy(a, 0, 1)", SOME), ("unbind_copy", "unbind_copy(a, 1)", SOME), ("unsqueeze_copy", "unsqueeze_copy(a, 1)", SOME),
            ("view_copy", "view_copy(a, [4, 3])", SOME[:3]), ("view_as_real_copy", "view_as_real_copy(a)", ["mat34/c128"]),
            ("view_as_complex_copy", "view_as_complex_copy(a)", ["pairs/f32", "pairs/f64"])):
        r.call(name, spelling, on=on)
    r.call("narrow_copy", "narrow_copy(a, 1, 1, 2)", "a.narrow_copy(1, 1, 2)", on=SOME)


def joining(r):
    pairs = ["mat34/f32 mat34/f32", "mat34/f64 turned/f64", "mat34/c128 mat34/c128", "mat34/i64 mat34/f32", "mat34/bool mat34/bool", "no-matrix/f32 mat34/f32"]
    r.call("cat", "cat([a, b], 0)", "concat([a, b], 0)", on=pairs)
    r.call("stack", "stack([a, b], 1)", on=pairs[:5])
    for name in "hstack vstack dstack column_stack row_stack".split():
        r.call(name, f"{name}([a, b])", on=pairs[:4])
    r.call("block_diag", "block_diag(a, b)", on=pairs[:4])
    r.call("cartesian_prod", "cartesian_prod(a, b)", on=["row4/f32 any-row/f32", "row4/i64 any-row/i64"])
    r.call("combinations", "combinations(a, 2, True)", on=["row4/f32", "row4/f64", "row4/i64"])
    r.call("meshgrid", "meshgrid([a, b], indexing='xy')", on=["row4/f32 any-row/f32", "row4/i64 any-row/i64"])
    r.call("meshgrid ij", "meshgrid([a, b], indexing='ij')", on=["row4/f64 any-row/f64"])
    r.call("split", "split(a, 3, 1)", "a.split(3, 1)", "unsafe_split(a, 3, 1)", "a.unsafe_split(3, 1)", on=SOME)
    r.call("split sizes", "split(a, [1, 3], 1)", "a.split([1, 3], 1)", "split_with_sizes(a, [1, 3], 1)", "a.split_with_sizes([1, 3], 1)",
           "unsafe_split_with_sizes(a, [1, 3], 1)", "a.unsafe_split_with_sizes([1, 3], 1)", on=SOME)
    r.call("tensor_split", "tensor_split(a, 3, 1)", "a.tensor_split(3, 1)", on=SOME)
    r.call("tensor_split places", "tensor_split(a, [1, 2], 1)", "a.tensor_split([1, 2], 1)", on=SOME)
    r.call("chunk", "chunk(a, 2, 1)", "a.chunk(2, 1)", "unsafe_chunk(a, 2, 1)", "a.unsafe_chunk(2, 1)", on=SOME)
    r.call("unbind", "unbind(a, 1)", "a.unbind(1)", on=SOME)
    r.call("hsplit", "hsplit(a, 2)", "a.hsplit(2)", on=SOME)
    r.call("vsplit", "vsplit(a, [1])", "a.vsplit([1])", on=SOME)
    r.call("dsplit", "dsplit(a, 2)", "a.dsplit(2)", on=CUBE)
    r.call("tril_indices", "tril_indices(3, 4, -1)", on=["any/f32"], grad=False)
    r.call("triu_indices", "triu_indices(3, 4, 1)", on=["any/f32"], grad=False)


def indexing(r):
    plain = ["mat34/f32", "mat34/f64", "mat34/c128", "mat34/i64", "mat34/bool", "turned/f64"]
    def with_index(*more):
        return [f"{n} index/i64 {' '.join(m.format(n.split('/')[1]) for m in more)}".strip() for n in plain]
    r.call("index_select", "index_select(a, 0, b)", "a.index_select(0, b)", on=with_index())
    r.call("index_add", "index_add(a, 0, b, c[:2])", "a.index_add(0, b, c[:2])", "a.clone().index_add_(0, b, c[:2])",
           on=with_index("mat34/{}"))
    r.call("index_add alpha", "index_add(a, 0, b, c[:2], alpha=2)", "a.index_add(0, b, c[:2], alpha=2)", on=with_index("mat34/{}")[:2])
    r.call("index_copy", "index_copy(a, 0, b, c[:2])", "a.index_copy(0, b, c[:2])", "a.clone().index_copy_(0, b, c[:2])", on=with_index("mat34/{}"))
    r.call("index_fill", "index_fill(a, 0, b, 5)", "a.index_fill(0, b, 5)", "a.clone().index_fill_(0, b, 5)", on=with_index())
    for reduce in ("prod", "mean", "amax", "amin"):
        r.call("index_reduce " + reduce, f"index_reduce(a, 0, b, c[:2], '{reduce}', include_self=False)", f"a.index_reduce(0, b, c[:2], '{reduce}', include_self=False)",
               on=["mat34/f32 index/i64 mat34/f32", "mat34/f64 index/i64 turned/f64"])
    r.call("index_put", "index_put(a, [b], c[:2])", "a.index_put([b], c[:2])", "a.clone().index_put_([b], c[:2])", "index_put_(a.clone(), [b], c[:2])", on=with_index("mat34/{}"))
    r.call("index_put accumulate", "index_put(a, [b], c[:2], True)", "a.index_put([b], c[:2], True)", on=with_index("mat34/{}")[:2])
    r.call("gather", "gather(a, 0, b)", "a.gather(0, b)", on=[f"{n} columns/i64" for n in plain])
    scatter = [f"{n} columns/i64 mat34/{n.split('/')[1]}" for n in plain]
    r.call("scatter", "scatter(a, 0, b, c)", "a.scatter(0, b, c)", "a.clone().scatter_(0, b, c)", on=scatter)
    r.call("scatter value", "scatter(a, 0, b, 3)", "a.scatter(0, b, 3)", "a.clone().scatter_(0, b, 3)", on=scatter[:4])
    r.call("scatter_add", "scatter_add(a, 0, b, c)", "a.scatter_add(0, b, c)", "a.clone().scatter_add_(0, b, c)", on=scatter)
    for reduce in ("sum", "prod", "mean", "amax", "amin"):
        r.call("scatter_reduce " + reduce, f"scatter_reduce(a, 0, b, c, '{reduce}')", f"a.scatter_reduce(0, b, c, '{reduce}')", f"a.clone().scatter_reduce_(0, b, c, '{reduce}')",
               on=scatter[:2] + scatter[3:4])
    r.call("take", "take(a, b)", "a.take(b)", on=with_index())
    r.call("put", "put(a, b, c[0, :2])", "a.put(b, c[0, :2])", "a.clone().put_(b, c[0, :2])", on=with_index("mat34/{}"))
    r.call("take_along_dim", "take_along_dim(a, b, 0)", "a.take_along_dim(b, 0)", on=[f"{n} columns/i64" for n in plain])
    r.call("masked_fill", "masked_fill(a, b, -9)", "a.masked_fill(b, -9)", "a.clone().masked_fill_(b, -9)", on=[f"{n} mask34/bool" for n in plain])
    r.call("masked_select", "masked_select(a, b)", "a.masked_select(b)", on=[f"{n} mask34/bool" for n in plain] + ["no-matrix/f32 no-matrix/bool"])
    r.call("masked_scatter", "masked_scatter(a, b, c)", "a.masked_scatter(b, c)", "a.clone().masked_scatter_(b, c)", on=[f"{n} mask34/bool mat34/{n.split('/')[1]}" for n in plain[:5]])
    r.call("nonzero", "nonzero(a)", "a.nonzero()", "argwhere(a)", "a.argwhere()", on=plain + ["small/i64", "no-matrix/f32"])
    r.call("as_strided_scatter", "as_strided_scatter(a, b[:2, :2], [2, 2], [3, 1], 1)", "a.as_strided_scatter(b[:2, :2], [2, 2], [3, 1], 1)", on=["mat34/f32 mat34/f32", "mat34/f64 mat34/f64"],
           grad=False)  # the oracle leaves parts of the gradient unset
    r.call("diagonal_scatter", "diagonal_scatter(a, b, 1)", "a.diagonal_scatter(b, 1)", on=["mat34/f32 any-row/f32", "mat34/f64 any-row/f64"])
    r.call("select_scatter", "select_scatter(a, b, 0, 1)", "a.select_scatter(b, 0, 1)", on=["mat34/f32 row4/f32", "mat34/f64 row4/f64"])
    r.call("slice_scatter", "slice_scatter(a, b[:, :2], 1, 0, 4, 2)", "a.slice_scatter(b[:, :2], 1, 0, 4, 2)", on=["mat34/f32 mat34/f32", "mat34/f64 turned/f64"])
    r.call("fill_diagonal_", "a.clone().fill_diagonal_(7)", on=["mat34/f32", "mat34/i64"], grad=False)
    r.call("fill", "fill(a, 2)", "a.clone().fill_(2)", "fill_(a.clone(), 2)", on=["any/f32", "any/f64", "any/c128", "any/i64", "any/bool"])
    r.call("fill tensor", "fill(a, b)", "a.clone().fill_(b)", on=["any/f32 any-scalar/f32", "any/f64 any-scalar/f64"])
    r.call("zero_", "a.clone().zero_()", "zero_(a.clone())", on=["any/f32", "any/i64", "any/bool"], grad=False)
    r.call("copy_", "a.clone().copy_(b)", on=["any/f32 any2/f64", "any/i64 any-row/f32", "any/bool any2/i64"], grad=False)
    r.call("index tuple", "a[1:, :2]", "a[1:, 0:2]", on=plain)
    r.call("index one", "a[1]", on=plain)
    r.call("index mask", "a[b]", on=[f"{n} mask34/bool" for n in plain])
    r.call("index tensor", "a[b]", on=with_index())
    r.call("index newaxis", "a[None, ..., 1]", on=plain)
    r.call("index step", "a[:, ::2]", on=plain)

"""Products, factorisations and solvers; Fourier transforms and signals."""

def record(r):
    products(r)
    factors(r)
    solvers(r)
    transforms(r)
    signals(r)


def each(pattern, types=("f32", "f64", "c128")):
    return [pattern.replace("{}", type) for type in types]


def products(r):
    i = ("f32", "f64", "c128", "i64")
    real = ("f32", "f64", "i64")  # the oracle's BLAS answers zero for the dot product of complex vectors
    r.call("mm", "mm(a, b)", "a.mm(b)", "matmul(a, b)", "a.matmul(b)", "linalg.matmul(a, b)", on=each("mat34/{} mat43/{}", i) + ["turned/f64 mat43/f64", "no-matrix/f32 mat43/f32"])
    r.call("bmm", "bmm(a, b)", "a.bmm(b)", "matmul(a, b)", on=each("cube/{} cube243/{}", i))
    r.call("mv", "mv(a, b)", "a.mv(b)", "matmul(a, b)", on=each("mat34/{} row4/{}", i))
    r.call("dot", "dot(a, b)", "a.dot(b)", "inner(a, b)", "a.inner(b)", on=each("row4/{} row4b/{}", real) + ["row4/bool row4b/bool"])
    r.call("vdot", "vdot(a, b)", "a.vdot(b)", on=each("row4/{} row4b/{}", real))
    r.call("inner", "inner(a, b)", "a.inner(b)", on=each("mat34/{} mat34/{}", i))
    r.call("outer", "outer(a, b)", "a.outer(b)", "ger(a, b)", "a.ger(b)", on=each("row4/{} row4b/{}", i))
    r.call("kron", "kron(a, b)", "a.kron(b)", on=each("pairs/{} mat33/{}", i))
    r.call("cross", "cross(a, b, 1)", "a.cross(b, 1)", "linalg.cross(a, b)", on=each("mat33/{} mat33/{}", i))
    r.call("tensordot", "tensordot(a, b, ([1, 2], [2, 1]))", on=each("cube/{} cube243/{}", ("f32", "f64", "c128")))
    r.call("einsum", "einsum('bij,bjk->bik', a, b)", on=each("cube/{} cube243/{}"))
    r.call("chain_matmul", "chain_matmul(a, b, a)", "linalg.multi_dot([a, b, a])", on=each("mat34/{} mat43/{}"))
    r.call("addmm", "addmm(a, b, c, beta=0.5f, alpha=2f)", "a.addmm(b, c, beta=0.5f, alpha=2f)", "a.clone().addmm_(b, c, beta=0.5f, alpha=2f)", on=each("mat33/{} mat34/{} mat43/{}"))
    r.call("addmv", "addmv(a, b, c, beta=0.5f, alpha=2f)", "a.addmv(b, c, beta=0.5f, alpha=2f)", "a.clone().addmv_(b, c, beta=0.5f, alpha=2f)", on=each("any-row/{} mat34/{} row4/{}"))
    r.call("addr", "addr(a, b, c, beta=0.5f, alpha=2f)", "a.addr(b, c, beta=0.5f, alpha=2f)", "a.clone().addr_(b, c, beta=0.5f, alpha=2f)", on=each("mat34/{} any-row/{} row4/{}"))
    r.call("addbmm", "addbmm(a, b, c, beta=0.5f, alpha=2f)", "a.addbmm(b, c, beta=0.5f, alpha=2f)", "a.clone().addbmm_(b, c, beta=0.5f, alpha=2f)", on=each("mat33/{} cube/{} cube243/{}"))
    r.call("baddbmm", "baddbmm(a, b, c, beta=0.5f, alpha=2f)", "a.baddbmm(b, c, beta=0.5f, alpha=2f)", "a.clone().baddbmm_(b, c, beta=0.5f, alpha=2f)", on=each("batch33/{} cube/{} cube243/{}"))
    r.call("linalg.vecdot", "linalg.vecdot(a, b)", on=each("mat34/{} mat34/{}"))
    r.call("cdist", "cdist(a, b, 2.0)", on=each("mat34/{} mat34/{}", ("f32", "f64")))
    r.call("cdist one", "cdist(a, b, p=1.0)", on=["pairs/f32 right/f32", "pairs/f64 right/f64"])
    r.call("matrix_power", "matrix_power(a, 3)", "a.matrix_power(3)", "linalg.matrix_power(a, 3)", on=each("regular/{}"))
    r.call("matrix_power inverse", "linalg.matrix_power(a, -2)", on=each("regular/{}"))
    r.call("matrix_exp", "matrix_exp(a)", "a.matrix_exp()", "linalg.matrix_exp(a)", on=each("mat33/{}"))
    r.call("linalg.vector_norm", "linalg.vector_norm(a, 3.0, [1], True)", on=each("mat34/{}"))
    r.call("linalg.matrix_norm", "linalg.matrix_norm(a)", on=each("mat34/{}"))
    r.call("linalg.matrix_norm order", "linalg.matrix_norm(a, 1.0)", on=each("mat34/{}"))
    r.call("linalg.norm", "linalg.norm(a)", on=each("mat34/{}"))
    r.call("linalg.norm nuclear", "linalg.norm(a, 'nuc')", on=each("mat34/{}", ("f32", "f64")))


def factors(r):
    r.call("det", "det(a)", "a.det()", "linalg.det(a)", on=each("regular/{}") + each("batch33/{}") + ["mat34/f32", "mat33/i64"])
    r.call("logdet", "logdet(a)", "a.logdet()", on=each("definite/{}", ("f32", "f64")))
    r.call("slogdet", "slogdet(a)", "a.slogdet()", "linalg.slogdet(a)", on=each("regular/{}"))
    r.call("cholesky", "cholesky(a)", "a.cholesky()", "linalg.cholesky(a)", on=each("definite/{}") + each("definite-batch/{}") + ["mat34/f32"])
    r.call("linalg.cholesky_ex", "linalg.cholesky_ex(a)", on=each("definite/{}"))
    r.call("cholesky_inverse", "cholesky_inverse(cholesky(a))", "cholesky(a).cholesky_inverse()", on=each("definite/{}"))
    r.call("cholesky_solve", "cholesky_solve(b, cholesky(a))", "b.cholesky_solve(cholesky(a))", on=each("definite/{} right/{}"))
    r.call("lu", "lu_unpack(*lu(a))", on=each("regular/{}"))
    r.call("linalg.lu", "linalg.lu(a)", on=each("regular/{}"))
    r.call("linalg.lu_factor", "linalg.lu_factor(a)", on=each("regular/{}"))
    r.call("linalg.lu_factor_ex", "linalg.lu_factor_ex(a)", on=each("regular/{}"))
    r.call("linalg.lu_solve", "linalg.lu_solve(*linalg.lu_factor(a), b)", "lu_solve(b, *linalg.lu_factor(a))", "b.lu_solve(*linalg.lu_factor(a))", on=each("regular/{} right/{}"))
    r.call("qr", "qr(a)[1].abs()", "a.qr()[1].abs()", "linalg.qr(a)[1].abs()", on=each("mat43/{}"))
    r.call("linalg.qr", "matmul(*linalg.qr(a))", on=each("mat43/{}"))
    r.call("linalg.qr complete", "linalg.qr(a, mode='complete')[1].abs()", on=each("mat43/{}"), grad=False)
    r.call("svd", "svd(a)[1]", "a.svd()[1]", "linalg.svd(a)[1]", on=each("mat34/{}"))
    r.call("linalg.svdvals", "linalg.svdvals(a)", on=each("mat34/{}"))
    r.call("linalg.eig", "linalg.eig(a)[0].abs().sort()[0]", on=each("regular/{}"), grad=False)
    r.call("linalg.eigvals", "linalg.eigvals(a).abs().sort()[0]", on=each("regular/{}"))
    r.call("linalg.eigh", "linalg.eigh(a)[0]", on=each("hermitian/{}"))
    r.call("linalg.eigvalsh", "linalg.eigvalsh(a)", on=each("hermitian/{}"))
    r.call("geqrf", "geqrf(a)", "a.geqrf()", on=each("mat43/{}"), grad=False)
    r.call("orgqr", "orgqr(*geqrf(a))", "linalg.householder_product(*geqrf(a))", on=each("mat43/{}"), grad=False)
    r.call("ormqr", "ormqr(*geqrf(a), b)", on=each("mat33/{} right/{}"), grad=False)
    r.call("linalg.cond", "linalg.cond(a)", on=each("regular/{}"))
    r.call("linalg.matrix_rank", "linalg.matrix_rank(a)", on=each("mat34/{}"))
    r.call("linalg.ldl_factor", "linalg.ldl_factor(a)", on=each("hermitian/{}", ("f32", "f64")), grad=False)
    r.call("linalg.ldl_factor_ex", "linalg.ldl_factor_ex(a)", on=each("hermitian/{}", ("f32", "f64")), grad=False)
    r.call("linalg.ldl_solve", "linalg.ldl_solve(*linalg.ldl_factor(a), b)", on=each("hermitian/{} right/{}", ("f32", "f64")), grad=False)
    r.call("svd_lowrank", "svd_lowrank(a, 3)[1]", on=each("mat34/{}", ("f32", "f64")), grad=False)
    r.call("svd_lowrank product", "einsum('ik,k,jk->ij', *svd_lowrank(a, 3))", on=each("mat43/{}", ("f32", "f64")), grad=False)
    r.call("pca_lowrank", "pca_lowrank(a, 2)[1]", on=each("mat43/{}", ("f32", "f64")), grad=False)


def solvers(r):
    r.call("inverse", "inverse(a)", "a.inverse()", "linalg.inv(a)", on=each("regular/{}") + each("definite-batch/{}") + ["mat34/f32"])
    r.call("linalg.inv_ex", "linalg.inv_ex(a)", on=each("regular/{}"))
    r.call("pinverse", "pinverse(a)", "a.pinverse()", "linalg.pinv(a)", on=each("mat34/{}"))
    r.call("linalg.solve", "linalg.solve(a, b)", on=each("regular/{} right/{}") + ["mat34/f32 right/f32"])
    r.call("linalg.solve left", "linalg.solve(a, b.mT, left=False)", on=each("regular/{} right/{}"))
    r.call("linalg.solve_ex", "linalg.solve_ex(a, b)", on=each("regular/{} right/{}"))
    r.call("linalg.solve_triangular", "linalg.solve_triangular(a, b, upper=True)", on=each("triangle/{} right/{}"))
    r.call("triangular_solve", "triangular_solve(b, a)", "b.triangular_solve(a)", on=each("triangle/{} right/{}"))
    r.call("linalg.lstsq", "linalg.lstsq(a, b)[0]", on=each("mat43/{} mat43/{}"), grad=False)
    r.call("linalg.tensorinv", "linalg.tensorinv(a.reshape(3, 1, 1, 3), ind=2)", on=each("regular/{}"))
    r.call("linalg.tensorsolve", "linalg.tensorsolve(a.reshape(3, 1, 3), b[:, :1])", on=each("regular/{} right/{}"))


def transforms(r):
    one = ["row6/f32", "row6/f64", "row6/c128", "cube/f32", "cube/c128", "row6/i64"]
    for name in "fft ifft hfft".split():
        r.call("fft." + name, f"fft.{name}(a)", on=one)
        r.call(f"fft.{name} norm", f"fft.{name}(a, 5, 0, norm='ortho')", on=one[:3])
    for name in "rfft ihfft".split():
        r.call("fft." + name, f"fft.{name}(a)", on=["row6/f32", "row6/f64", "cube/f32", "row6/c128"])
    r.call("fft.irfft", "fft.irfft(a)", on=one)
    for name in "fft2 ifft2 hfft2".split():
        r.call("fft." + name, f"fft.{name}(a)", on=["cube/f32", "cube/f64", "cube/c128"])
    for name in "rfft2 ihfft2".split():
        r.call("fft." + name, f"fft.{name}(a)", on=["cube/f32", "cube/f64"])
    r.call("fft.irfft2", "fft.irfft2(a)", on=["cube/f64", "cube/c128"])
    for name in "fftn ifftn irfftn hfftn".split():
        r.call("fft." + name, f"fft.{name}(a)", on=["mat34/f64", "mat34/c128"])
    for name in "rfftn ihfftn".split():
        r.call("fft." + name, f"fft.{name}(a)", on=["mat34/f32", "mat34/f64"])
    r.call("fft.fftfreq", "fft.fftfreq(5, 0.5)", on=["any/f32"], grad=False)
    r.call("fft.rfftfreq", "fft.rfftfreq(6, 0.5)", on=["any/f32"], grad=False)
    r.call("fft.fftshift", "fft.fftshift(a)", on=["row6/f32", "mat34/f64", "row6/i64"])
    r.call("fft.ifftshift", "fft.ifftshift(a, [1])", on=["mat34/f32", "mat34/f64"])


def signals(r):
    r.call("stft", "stft(a, 8, 2, window=hann_window(8), return_complex=True)", "a.stft(8, 2, window=hann_window(8), return_complex=True)", on=["signal/f32"])
    r.call("stft onesided", "stft(a, 8, 2, window=hann_window(8, dtype=torch.float64), center=False, onesided=False, return_complex=True)", on=["signal/f64"])
    r.call("istft", "istft(stft(a, 8, 2, window=hann_window(8), return_complex=True), 8, 2, window=hann_window(8), length=32)",
           "stft(a, 8, 2, window=hann_window(8), return_complex=True).istft(8, 2, window=hann_window(8), length=32)", on=["signal/f32"])
    for name in "bartlett_window blackman_window hamming_window hann_window kaiser_window".split():
        r.call(name, f"{name}(7)", on=["any/f32"], grad=False)
        r.call(name + " symmetric", f"{name}(7, False, dtype=torch.float64)", on=["any/f32"], grad=False)
    r.call("kaiser_window beta", "kaiser_window(7, True, 9.0)", on=["any/f32"], grad=False)
    r.call("hamming_window weights", "hamming_window(7, True, 0.625f, 0.375f)", on=["any/f32"], grad=False)

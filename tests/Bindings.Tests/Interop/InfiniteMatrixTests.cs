using TorchSharp;
using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace Bindings.Tests.Interop;

/// <summary>LAPACK may never end on a matrix with infinities whose singular vectors are asked for; Python's own calls hang there.</summary>
public class InfiniteMatrixTests
{
    // Found by calls of chance: the iteration of LAPACK's sgesdd goes on forever for these numbers.
    private static Tensor Matrix(bool requires_grad = false)
    {
        manual_seed(1);
        return (randn(4, 3) * 3e38f).requires_grad_(requires_grad);
    }

    public static TheoryData<string> Vectors => ["svd", "torch.svd", "pinv", "pinverse", "gelsd", "gelss"];

    [Theory, MemberData(nameof(Vectors))]
    public void Its_vectors_are_refused(string name)
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix();
        Assert.True(isinf(matrix).any().item<bool>());
        var error = Assert.Throws<TorchLinAlgException>(() =>
        {
            switch (name)
            {
                case "svd": linalg.svd(matrix); break;
                case "torch.svd": aten.svd(matrix); break;
                case "pinv": linalg.pinv(matrix); break;
                case "pinverse": matrix.pinverse(); break;
                default: aten.linalg_lstsq(matrix, matrix, driver: name); break;
            }
        });
        Assert.Contains("non-finite values", error.Message);
    }

    [Fact]
    public void Its_values_are_not_numbers_unless_a_gradient_is_wanted()
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix();
        Assert.True(linalg.svdvals(matrix).isnan().all().item<bool>());
        Assert.True(linalg.norm(matrix, 2.0).isnan().item<bool>());
        var recorded = Matrix(requires_grad: true);
        Assert.Throws<TorchLinAlgException>(() => linalg.svdvals(recorded));
        Assert.Throws<TorchLinAlgException>(() => linalg.cond(recorded));
        Assert.Throws<TorchLinAlgException>(() => linalg.matrix_norm(recorded, "nuc"));
        using (no_grad())
        {
            Assert.True(linalg.svdvals(recorded).isnan().all().item<bool>());
        }
    }

    [Fact]
    public void Norms_that_need_no_singular_values_stay()
    {
        using var scope = NewDisposeScope();
        var recorded = Matrix(requires_grad: true);
        Assert.True(linalg.norm(recorded).isinf().item<bool>());
        Assert.True(linalg.norm(recorded[0], 2.0).item<float>() > 0);
        Assert.True(linalg.norm(recorded, 2.0, dims: [1]).isinf().any().item<bool>());
        Assert.True(linalg.matrix_norm(recorded, 1.0).isinf().item<bool>());
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Torch;

public class ElementTypeTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    [InlineData(127)]
    public void A_number_that_is_no_element_type_is_refused_before_libtorch_looks_it_up(int number)
    {
        var unknown = (ScalarType)number;
        using var tensor = torch.ones(2);

        Assert.All(
            (Action[])
            [
                () => torch.zeros(2, dtype: unknown),
                () => torch.arange(3, dtype: unknown),
                () => torch.tensor([1f, 2f], dtype: unknown),
                () => tensor.to(unknown),
                () => tensor.sum(unknown),
                () => torch.ops.aten.to_dtype(tensor, unknown),
                () => torch.promote_types(ScalarType.Float32, unknown),
            ],
            call => Assert.Contains($"Element type {number} is unknown to libtorch", Assert.Throws<ArgumentOutOfRangeException>(call).Message));
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>The members that come from surface.tsv hand their arguments to the operators as Python does: same inputs, same answers.</summary>
public class SurfaceTests
{
    public static TheoryData<string> Cases { get; } = [.. SurfaceGoldens.CaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answers_as_Python_does(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] expected = SurfaceGoldens.Answer(name);
        Tensor[] actual = new SurfaceCases().Run(name);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].dtype, actual[i].dtype);
            Assert.Equal(expected[i].shape, actual[i].shape);
            Assert.True(
                expected[i].allclose(actual[i], 1e-9, 1e-11, equal_nan: true), $"{name}, result {i}\nexpected {expected[i]}\nactual {actual[i]}");
        }
    }

    [Fact]
    public void Members_that_write_return_the_tensor_itself()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones(2, 2);
        Assert.Same(x, x.add_(1).mul_(3).div_(2).clamp_(0, 2).relu_());
        Assert.Same(x, torch.neg_(x));
        Tensor made = empty(0);
        Assert.Same(made, made.zeros(2, 3));
        Assert.Equal([2, 3], made.shape);
    }

    [Fact]
    public void Nobody_asked_for_inverse_or_counts()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor output, Tensor? inverse, Tensor? counts) = tensor(new long[] { 3, 1, 3 }).unique();
        Assert.Equal([1, 3], output.data<long>().ToArray());
        Assert.Null(inverse);
        Assert.Null(counts);
    }

    [Fact]
    public void Gradients_flow_through_the_surface()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new double[] { 1, 2, 3 }).requires_grad_();
        x.pow(2).sum().backward();
        Assert.Equal([2.0, 4, 6], x.grad!.data<double>().ToArray());
    }
}

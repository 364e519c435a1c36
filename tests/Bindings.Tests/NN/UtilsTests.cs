using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class UtilsTests
{
    [Theory]
    [InlineData(2.0, 5.0)]
    [InlineData(1.0, 7.0)]
    [InlineData(double.PositiveInfinity, 4.0)]
    public void NormsAreClipped(double order, double norm)
    {
        Parameter[] parameters = [WithGrad(3f, 0f), WithGrad(0f, -4f), Parameter(zeros(2))];
        Assert.Equal(norm, nn.utils.clip_grad_norm_(parameters, 2.0, order), 1e-5);
        Assert.Equal(2.0, nn.utils.clip_grad_norm_(parameters, 100.0, order), 1e-5);
        Assert.Null(parameters[2].grad);
    }

    [Fact]
    public void SmallNormsStayAndStrangeOnesMayBeErrors()
    {
        Parameter[] parameters = [WithGrad(0.3f, 0.4f)];
        Assert.Equal(0.5, nn.utils.clip_grad_norm_(parameters, 1.0), 1e-6);
        Assert.Equal([0.3f, 0.4f], parameters[0].grad!.data<float>().ToArray());
        Parameter[] infinite = [WithGrad(float.PositiveInfinity)];
        Assert.Throws<InvalidOperationException>(() => nn.utils.clip_grad_norm_(infinite, 1.0, 2.0, error_if_nonfinite: true));
        Assert.Equal(0, nn.utils.clip_grad_norm_([], 1.0));
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(1.0)]
    [InlineData(double.PositiveInfinity)]
    public void SparseEmptyAndComplexGradientsCountInTheNorm(double order)
    {
        using var scope = NewDisposeScope();
        Parameter complex = new(zeros(2, dtype: ScalarType.ComplexFloat32)) { grad = view_as_complex(tensor(new float[,] { { 3, 4 }, { 0, 0 } })) };
        Parameter sparse = new(zeros(3, 1)) { grad = sparse_coo_tensor(tensor(new long[,] { { 1, 1 } }), tensor(new float[,] { { 2 }, { 10 } }), [3, 1]) };
        Parameter empty = new(zeros(0, 2)) { grad = zeros(0, 2) };
        var norm = order == 1 ? 17 : order == 2 ? 13 : 12;

        Assert.Equal(norm, nn.utils.clip_grad_norm_([complex, sparse, empty], norm / 2.0, order), 1e-4);
        Assert.Equal(norm / 2.0, nn.utils.clip_grad_norm_([complex, sparse, empty], 100, order), 1e-4);
        Assert.Equal(0, nn.utils.clip_grad_norm_([empty], 1, order));
    }

    [Fact]
    public void ValuesAreClipped()
    {
        var parameter = WithGrad(-3f, 0.5f, 2f);
        nn.utils.clip_grad_value_([parameter], 1.0);
        Assert.Equal([-1f, 0.5f, 1f], parameter.grad!.data<float>().ToArray());
    }

    [Fact]
    public void VectorsAndParametersAreTheSame()
    {
        using var layer = Linear(2, 3);
        using var vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal([9L], vector.shape);
        using var doubled = vector.detach() * 2;
        nn.utils.vector_to_parameters(doubled, layer.parameters());
        using var again = nn.utils.parameters_to_vector(layer.parameters());
        Assert.True(ops.aten.equal(again, doubled));
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(8), layer.parameters()));
    }

    [Fact]
    public void FusedLayersComputeTheSame()
    {
        using var scope = NewDisposeScope();
        var (linear, norm) = (Linear(3, 4), BatchNorm1d(4));
        norm.call(linear.call(randn(16, 3)));
        linear.eval();
        norm.eval();
        var x = randn(5, 3);
        Assert.True(nn.utils.fuse_linear_bn_eval(linear, norm).call(x).allclose(norm.call(linear.call(x)), 1e-4, 1e-5));

        var (conv, norm2d) = (ConvTranspose2d(2, 3, 2, bias: false), BatchNorm2d(3));
        norm2d.call(conv.call(randn(4, 2, 5, 5)));
        norm2d.eval();
        var (weight, bias) = nn.utils.fuse_conv_bn_weights(
            conv.weight, null, norm2d.running_mean!, norm2d.running_var!, norm2d.eps, norm2d.weight, norm2d.bias, transpose: true);
        var image = randn(1, 2, 4, 4);
        Assert.True(functional.conv_transpose2d(image, weight, bias).allclose(norm2d.call(conv.call(image)), 1e-4, 1e-5));
        norm.train();
        Assert.Throws<InvalidOperationException>(() => nn.utils.fuse_linear_bn_eval(linear, norm));
    }

    private static Parameter WithGrad(params float[] gradient)
    {
        var parameter = Parameter(zeros(gradient.Length));
        parameter.grad = tensor(gradient);
        return parameter;
    }
}

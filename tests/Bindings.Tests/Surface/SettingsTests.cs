using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>Small members of torch that are no operators.</summary>
public class SettingsTests
{
    [Fact]
    public void Settings_are_put_back()
    {
        Assert.Equal(Float32MatmulPrecision.highest, get_float32_matmul_precision());
        using (set_float32_matmul_precision(Float32MatmulPrecision.medium))
        {
            Assert.Equal(Float32MatmulPrecision.medium, get_float32_matmul_precision());
        }

        Assert.Equal(Float32MatmulPrecision.highest, get_float32_matmul_precision());
        bool always = is_warn_always_enabled();
        using (set_warn_always(!always))
        {
            Assert.Equal(!always, is_warn_always_enabled());
        }

        Assert.Equal(always, is_warn_always_enabled());
        Assert.Throws<ArgumentOutOfRangeException>(() => set_float32_matmul_precision((Float32MatmulPrecision)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => set_deterministic_debug_mode((DebugMode)9));
    }

    [Fact]
    public void Conditions_are_asserted()
    {
        torch._assert(true, "never");
        torch._assert(() => true, "never");
        Assert.Equal("why", Assert.Throws<InvalidOperationException>(() => torch._assert(false, "why")).Message);
        Assert.Equal("why", Assert.Throws<InvalidOperationException>(() => torch._assert(() => false, "why")).Message);
    }

    [Theory]
    [InlineData("1.2", "1.2.0")]
    [InlineData("1.02.3.0", "1.2.3")]
    [InlineData("1.2.3.4-beta+build", "1.2.3.4-beta")]
    public void Versions_have_a_normal_form(string version, string normal)
    {
        Assert.Equal(normal, NormalizeNuGetVersion(version));
        Assert.Throws<ArgumentException>(() => NormalizeNuGetVersion("1.x"));
    }

    [Fact]
    public void Integer_types_have_a_greatest_number()
    {
        Assert.Equal(255, max_int_value(ScalarType.Byte));
        Assert.Equal(long.MaxValue, max_int_value(ScalarType.Int64));
        Assert.Throws<ArgumentException>(() => max_int_value(ScalarType.Float32));
    }

    [Fact]
    public void Parts_of_complex_tensors_are_written()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = zeros([2], ScalarType.ComplexFloat64);
        z.real = ones(2, ScalarType.Float64);
        z.imag = tensor(new[] { 2.0, 3.0 });
        Assert.Equal([new System.Numerics.Complex(1, 2), new(1, 3)], z.data<System.Numerics.Complex>().ToArray());
        Tensor x = zeros(2);
        x.real = ones(2);
        Assert.Equal([1f, 1], x.data<float>().ToArray());
        Assert.ThrowsAny<TorchException>(() => x.imag = ones(2));
        Assert.Equal(ScalarType.ComplexFloat64, tensor((1.0, 2.0)).dtype);
        Assert.Equal(ScalarType.ComplexFloat32, tensor(1f, 2f).dtype);
    }

    [Fact]
    public void Elements_become_nested_lists()
    {
        using DisposeScope scope = NewDisposeScope();
        var rows = Assert.IsType<List<object>>(tensor(new[,] { { 1, 2 }, { 3, 4 } }).t().tolist());
        Assert.Equal<object>([1, 3], Assert.IsType<List<object>>(rows[0]));
        Assert.Equal(2.5, tensor(2.5).tolist());
        Assert.Empty(Assert.IsType<List<object>>(empty(0).tolist()));
    }

    [Fact]
    public void Functions_are_applied_to_elements()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(4, ScalarType.Float64).reshape(2, 2).t();
        Assert.Same(x, x.apply_<double>(value => value * 2));
        Assert.Equal([0.0, 4, 2, 6], x.data<double>().ToArray());
        x.map_<double>(tensor(new[] { 1.0, 10 }), (left, right) => left + right);
        Assert.Equal([1.0, 14, 3, 16], x.data<double>().ToArray());
    }

    [Fact]
    public void The_greatest_number_of_tensors_is_remembered()
    {
        long before;
        using (NewDisposeScope())
        {
            for (int i = 0; i < 300; i++)
            {
                _ = zeros(1);
            }

            before = Tensor.TotalCount;
        }

        Assert.True(Tensor.PeakCount >= before - 5);
    }

    [Fact]
    public void Files_are_mapped_into_memory()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(Path.GetTempPath(), $"torchlight-{Guid.NewGuid():N}.bin");
        try
        {
            File.WriteAllBytes(path, [1, 0, 2, 0, 3, 0]);
            Assert.Equal([1, 2, 3], from_file(path, false, 3, ScalarType.Int16).data<short>().ToArray());
            Assert.ThrowsAny<TorchException>(() => from_file(path, false, 4, ScalarType.Int16));
            Assert.ThrowsAny<TorchException>(() => from_file(path + ".none", false, 1, ScalarType.Int16));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

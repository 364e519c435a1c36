using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Torch;

/// <summary>Names of Python's that TorchSharp has under another name, or not at all.</summary>
public class PythonNamesTests
{
    [Fact]
    public void Constants_are_Pythons()
    {
        Assert.Equal([3.141592653589793, 2.718281828459045, double.PositiveInfinity, double.NaN], [torch.pi, torch.e, torch.inf, torch.nan]);
        using var scope = NewDisposeScope();
        Assert.Equal(2f, copysign(tensor(2f), torch.nan).item<float>());
    }

    // Figures of Python 1.13's torch.iinfo.
    [Theory]
    [InlineData(ScalarType.Byte, 8, 0, 255)]
    [InlineData(ScalarType.Int8, 8, -128, 127)]
    [InlineData(ScalarType.Int16, 16, -32768, 32767)]
    [InlineData(ScalarType.Int32, 32, -2147483648, 2147483647)]
    [InlineData(ScalarType.Int64, 64, long.MinValue, long.MaxValue)]
    [InlineData(ScalarType.QUInt8, 8, 0, 255)]
    public void Integer_limits(ScalarType type, int bits, long min, long max)
    {
        IInfo info = iinfo(type);
        Assert.Equal((type, bits, min, max), (info.dtype, info.bits, info.min, info.max));
        Assert.Contains("torch.finfo", Assert.Throws<ArgumentException>(() => iinfo(float32)).Message);
    }

    [Fact]
    public void Draws_within_a_fork_leave_the_generator_as_it_was()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Tensor expected = rand(4);
        manual_seed(3);
        using (torch.random.fork_rng())
        {
            manual_seed(11);
            rand(100);
        }

        Assert.True(expected.Equals(rand(4)));
        Tensor state = get_rng_state();
        using (torch.random.fork_rng(enabled: false))
        {
            rand(4);
        }

        Assert.False(state.Equals(get_rng_state()));
    }

    [Fact]
    public void Anomaly_detection_is_set_and_asked_for()
    {
        Assert.False(is_anomaly_enabled());
        using (new AnomalyMode(true, check_nan: false))
        {
            Assert.True(AnomalyMode.IsEnabled && is_anomaly_enabled());
            Assert.False(AnomalyMode.ShouldCheckNaN || is_anomaly_check_nan_enabled());
            set_anomaly_enabled(true);
            Assert.True(is_anomaly_check_nan_enabled());
        }

        Assert.False(is_anomaly_enabled());
    }

    [Fact]
    public void Levels_of_forward_derivatives_open_and_close()
    {
        using var scope = NewDisposeScope();
        long level = autograd.forward_ad.enter_dual_level();
        Tensor dual = autograd.forward_ad.make_dual(tensor(3.0), tensor(1.0));
        Assert.Equal(6.0, autograd.forward_ad.unpack_dual(dual * dual).tangent!.item<double>());
        Assert.Contains("the open one is", Assert.Throws<InvalidOperationException>(() => autograd.forward_ad.exit_dual_level(level + 1)).Message);
        autograd.forward_ad.exit_dual_level();
        Assert.Throws<InvalidOperationException>(() => autograd.forward_ad.exit_dual_level());
        Assert.Null(autograd.forward_ad.unpack_dual(dual).tangent);
    }

    [Fact]
    public void Optimizers_and_schedulers_have_Pythons_names_too()
    {
        using var weight = nn.Parameter(ones(2));
        using var optimizer = optim.RMSprop([weight], lr: 0.5);
        Assert.IsType<TorchSharp.Modules.RMSProp>(optimizer);
        var scheduler = optim.lr_scheduler.ChainedScheduler([optim.lr_scheduler.ExponentialLR(optimizer, 0.5), optim.lr_scheduler.ExponentialLR(optimizer, 0.1)]);
        optimizer.step();
        scheduler.step();
        Assert.Equal(0.025, optimizer.ParamGroups.Single().LearningRate, 1e-12);
    }
}

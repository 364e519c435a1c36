using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.Backends;

public sealed class BackendsTests : IDisposable
{
    private static readonly Dictionary<string, (Func<bool> Get, Action<bool> Set)> Switches = new()
    {
        ["cudnn.enabled"] = (() => backends.cudnn.enabled, on => backends.cudnn.enabled = on),
        ["cudnn.benchmark"] = (() => backends.cudnn.benchmark, on => backends.cudnn.benchmark = on),
        ["cudnn.deterministic"] = (() => backends.cudnn.deterministic, on => backends.cudnn.deterministic = on),
        ["cudnn.allow_tf32"] = (() => backends.cudnn.allow_tf32, on => backends.cudnn.allow_tf32 = on),
        ["cuda.matmul.allow_tf32"] = (() => backends.cuda.matmul.allow_tf32, on => backends.cuda.matmul.allow_tf32 = on),
        ["cuda.matmul.allow_fp16_reduced_precision_reduction"] = (
            () => backends.cuda.matmul.allow_fp16_reduced_precision_reduction,
            on => backends.cuda.matmul.allow_fp16_reduced_precision_reduction = on),
        ["cuda.flash_sdp_enabled"] = (backends.cuda.flash_sdp_enabled, backends.cuda.enable_flash_sdp),
        ["cuda.math_sdp_enabled"] = (backends.cuda.math_sdp_enabled, backends.cuda.enable_math_sdp),
        ["mkldnn.enabled"] = (() => backends.mkldnn.enabled, on => backends.mkldnn.enabled = on),
    };

    private readonly Dictionary<string, bool> before = Switches.ToDictionary(entry => entry.Key, entry => entry.Value.Get());

    public static TheoryData<string> SwitchNames => BackendsGolden.Names("switches");

    public void Dispose()
    {
        foreach ((string name, bool on) in before)
        {
            Switches[name].Set(on);
        }
    }

    [Theory]
    [MemberData(nameof(SwitchNames))]
    public void A_switch_stands_as_in_Python_and_turns(string name)
    {
        (Func<bool> get, Action<bool> set) = Switches[name];
        Assert.Equal(BackendsGolden.Section("switches").GetProperty(name).GetBoolean(), get());

        bool wanted = BackendsGolden.Section("switched").GetProperty(name).GetBoolean();
        set(wanted);

        Assert.Equal(wanted, get());
        set(!wanted);
        Assert.Equal(!wanted, get());
    }

    [Fact]
    public void What_libtorch_was_built_with_is_what_Python_says_of_the_same_libtorch()
    {
        if (!OracleFile.IsOfThisLibtorch("backends"))
        {
            return; // another build has other parts
        }

        JsonElement built = BackendsGolden.Section("built");
        Assert.Equal(built.GetProperty("mkl.is_available").GetBoolean(), backends.mkl.is_available());
        Assert.Equal(built.GetProperty("mkldnn.is_available").GetBoolean(), backends.mkldnn.is_available());
        Assert.Equal(built.GetProperty("openmp.is_available").GetBoolean(), backends.openmp.is_available());
        Assert.Equal(built.GetProperty("xnnpack.enabled").GetBoolean(), backends.xnnpack.enabled);
        Assert.Equal(built.GetProperty("quantized.engine").GetString(), backends.quantized.engine);
        Assert.Equal(built.GetProperty("quantized.supported_engines").EnumerateArray().Select(name => name.GetString()), backends.quantized.supported_engines.Order());
    }

    [Fact]
    public void Switches_held_come_back_in_whatever_order_they_were_held()
    {
        bool benchmark = backends.cudnn.benchmark, flash = backends.cuda.flash_sdp_enabled();
        IDisposable held = backends.cudnn.flags(benchmark: !benchmark);
        using (backends.cuda.sdp_kernel(enable_flash: !flash))
        {
            Assert.Equal(!benchmark, backends.cudnn.benchmark);
            Assert.Equal(!flash, backends.cuda.flash_sdp_enabled());
        }

        held.Dispose();
        held.Dispose();
        Assert.Equal(benchmark, backends.cudnn.benchmark);
        Assert.Equal(flash, backends.cuda.flash_sdp_enabled());
        using (backends.mkldnn.flags(enabled: false))
        {
            Assert.False(backends.mkldnn.enabled);
        }

        Assert.True(backends.mkldnn.enabled);
    }

    [Fact]
    public void Convolutions_give_the_same_with_and_without_oneDNN()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(2 * 3 * 8 * 8, dtype: float32).reshape(2, 3, 8, 8).sin(), w = arange(4 * 3 * 9, dtype: float32).reshape(4, 3, 3, 3).cos();
        Tensor with = nn.functional.conv2d(x, w);
        using (backends.mkldnn.flags(enabled: false))
        {
            Assert.True(with.allclose(nn.functional.conv2d(x, w), 1e-4, 1e-5));
        }
    }

    [Fact]
    public void What_an_older_libtorch_lacks_says_so()
    {
        if (NativeLibraries.LibtorchVersion.StartsWith("1.", StringComparison.Ordinal))
        {
            Assert.Contains("has no such switch", Assert.Throws<TorchNotImplementedException>(() => backends.cuda.mem_efficient_sdp_enabled()).Message);
        }
        else
        {
            Assert.True(backends.cuda.mem_efficient_sdp_enabled());
            Assert.True(backends.cuda.matmul.allow_bf16_reduced_precision_reduction);
        }
    }

    [Fact]
    public void Names_that_are_none_are_refused_with_those_that_are()
    {
        Assert.Contains("magma", Assert.Throws<ArgumentException>(() => backends.cuda.preferred_linalg_library("blas")).Message);
        Assert.Contains("qnnpack", Assert.Throws<ArgumentException>(() => backends.quantized.engine = "fast").Message);
        Assert.Equal("default", backends.cuda.preferred_linalg_library());
        Assert.Equal(10, backends.cudnn.benchmark_limit);
    }

    [Fact]
    public void The_engine_of_quantized_tensors_can_be_chosen_among_those_that_are_there()
    {
        string before = backends.quantized.engine;
        foreach (string engine in backends.quantized.supported_engines)
        {
            backends.quantized.engine = engine;
            Assert.Equal(engine, backends.quantized.engine);
        }

        backends.quantized.engine = before;
    }
}

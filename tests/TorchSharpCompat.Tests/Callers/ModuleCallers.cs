using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharpCompat.Tests.Callers;

/// <summary>What programs written for TorchSharp do to modules after they were made, and how they derive from them.</summary>
public class ModuleCallers
{
    [Fact]
    public void A_convolutions_geometry_may_change()
    {
        using var convolution = Conv2d(1, 1, 3, padding: 1);
        Tensor input = ones(1, 1, 6, 6);
        Assert.Equal([1, 1, 6, 6], convolution.call(input).shape);
        convolution.stride = [2, 2];
        Assert.Equal([1, 1, 3, 3], convolution.call(input).shape);
        convolution.stride = [1, 1];
        convolution.dilation = [2, 2];
        Assert.Equal([1, 1, 4, 4], convolution.call(input).shape);

        // Reflected ones stay ones at the border, where zeros would not.
        convolution.dilation = [1, 1];
        convolution.padding_mode = PaddingModes.Reflect;
        init.ones_(convolution.weight);
        init.zeros_(convolution.bias!);
        Assert.Equal(9f, convolution.call(input)[0, 0, 0, 0].item<float>());
        convolution.padding_mode = PaddingModes.Zeros;
        Assert.Equal(4f, convolution.call(input)[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Padding_to_the_same_size_follows_the_dilation()
    {
        using var convolution = Conv1d(1, 1, 3, padding: TorchSharp.Padding.Same, padding_mode: PaddingModes.Replicate);
        convolution.dilation = [3];
        Assert.Equal([1, 1, 8], convolution.call(ones(1, 1, 8)).shape);
    }

    [Fact]
    public void Sizes_that_modules_show_may_be_set()
    {
        using var linear = Linear(2, 2);
        linear.weight = Parameter(ones(3, 2));
        linear.bias = null;
        linear.out_features = 3;
        Assert.Equal([2f, 2, 2], linear.call(ones(1, 2)).data<float>().ToArray());
        Assert.Equal(3, linear.out_features);

        using var norm = GroupNorm(1, 2);
        norm.num_groups = 2;
        Assert.True(norm.call(tensor(new[] { 1f, 5, 20, 40 }, 1, 2, 2)).allclose(tensor(new[] { -1f, 1, -1, 1 }, 1, 2, 2)));


        using var pad = ZeroPad2d(1);
        pad.padding = [0, 0, 1, 0];
        Assert.Equal([1, 3, 2], pad.call(ones(1, 2, 2)).shape);
    }

    [Fact]
    public void Layers_with_optional_inputs_are_modules_of_fewer()
    {
        var layer = TransformerEncoderLayer(4, 2);
        layer.eval();
        IModule<Tensor, Tensor, Tensor> masked = layer;
        IModule<Tensor, Tensor> plain = TransformerEncoder(layer, 1);
        IModule<Tensor, Tensor, Tensor> bag = EmbeddingBag(3, 2);
        Tensor input = ones(3, 1, 4);
        Assert.Equal(input.shape, masked.call(input, zeros(3, 3)).shape);
        Assert.Equal(input.shape, plain.call(input).shape);
        Assert.Equal([1, 2], bag.call(tensor(new long[] { 0, 1 }), tensor(new long[] { 0 })).shape);
    }

    [Fact]
    public void Derived_modules_override_how_state_is_loaded_and_registered()
    {
        using var counting = new Counting();
        var (missing, unexpected) = counting.load_state_dict(new() { ["other"] = ones(1) }, strict: false);
        Assert.Equal((1, 0, 1), (counting.Loads, missing.Count, unexpected.Count));
        Assert.Equal(["other"], counting.load_state_dict(new() { ["other"] = ones(1) }, false).unexpected_keyes);

        using var noted = new Noted();
        noted.register_buffer("mean", ones(1));
        Assert.Equal("mean", noted.Last);
    }

    [Fact]
    public void A_derived_module_may_name_itself_later()
    {
        using var named = new Named(3);
        Assert.Equal("block3", named.GetName());
    }

    private sealed class Named : Module<Tensor, Tensor>
    {
        public Named(int number)
            : base("block") => name += number;

        public override Tensor forward(Tensor input) => input.alias();
    }

    private sealed class Counting() : Module<Tensor, Tensor>("counting")
    {
        public int Loads { get; private set; }

        public override Tensor forward(Tensor input) => input.alias();

        public override (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
            Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
        {
            Loads++;
            return base.load_state_dict(source, strict, skip);
        }
    }

    private sealed class Noted() : ParameterLessModule<Tensor, Tensor>("noted")
    {
        public string Last { get; private set; } = "";

        public override Tensor forward(Tensor input) => input.alias();

        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => Last = name;
    }
}

using System.Text;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: weight, bias and geometry. Weights and bias start uniform within 1 / sqrt(fan in).</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    /// <summary>The weight: (out, in / groups, kernel), transposed (in, out / groups, kernel).</summary>
    protected Parameter? _weight;

    /// <summary>The bias: (out), or null.</summary>
    protected Parameter? _bias;

    /// <summary>How much is put around the input where the padding is not zeros: last dimension first, before and after.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    // What the operator pads with zeros itself: nothing where the layer pads before it.
    private long[] _operatorPadding = [];
    private Padding? _operatorPaddingType;

    /// <summary>Makes the parameters and draws them.</summary>
    protected Convolution(
        string name,
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[] padding,
        Padding? padding_type,
        long[] dilation,
        bool transposed,
        long[] output_padding,
        long groups,
        bool bias,
        PaddingModes padding_mode,
        Device? device = null,
        ScalarType? dtype = null)
        : base(name)
    {
        ThrowIfImpossible(in_channels, out_channels, groups, stride, padding_type, padding_mode, transposed);
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        this.padding = padding;
        SetGeometry(padding, padding_type);

        if (this is ILazyModule)
        {
            weight = new UninitializedParameter(device, dtype);
            this.bias = bias ? new UninitializedParameter(device, dtype) : null;
            return;
        }

        weight = NewParameter(WeightShape(), device, dtype);
        this.bias = bias ? NewParameter([out_channels], device, dtype) : null;
        reset_parameters();
    }

    /// <inheritdoc cref="_weight"/>
    public Parameter weight
    {
        get => Current(_weight!);
        set => SetParameter(ref _weight, value);
    }

    /// <inheritdoc cref="_bias"/>
    public Parameter? bias
    {
        get => Current(_bias);
        set => SetParameter(ref _bias, value);
    }

    /// <summary>The number of channels of the input.</summary>
    public long in_channels { get; private set; }

    /// <inheritdoc cref="in_channels"/>
    protected long input_channels => in_channels;

    /// <summary>The number of channels of the result.</summary>
    public long out_channels { get; }

    /// <summary>Whether this is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>Padding by name, or null where numbers are given.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What is put on both sides of each dimension.</summary>
    public long[] padding { get; private set; }

    /// <summary>What the padding is made of.</summary>
    public PaddingModes padding_mode
    {
        get;
        set
        {
            field = value;
            Refresh();
        }
    }

    /// <summary>The number of groups that the channels split into.</summary>
    public long groups { get; set; }

    /// <summary>The size of the kernel in each dimension.</summary>
    public long[] kernel_size
    {
        get;
        set
        {
            field = value;
            Refresh();
        }
    }

    /// <summary>The step in each dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>The distance between the kernel's points in each dimension.</summary>
    public long[] dilation
    {
        get;
        set
        {
            field = value;
            Refresh();
        }
    }

    /// <summary>How much a transposed convolution's result grows on one side of each dimension.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        init.UniformBias(weight, bias);
    }

    /// <summary>Changes the padding to numbers, one for each dimension.</summary>
    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        SetGeometry(functional.Spread(padding, kernel_size.Length), null);
    }

    /// <summary>Changes the padding to one by name.</summary>
    public void SetPadding(Padding padding)
    {
        ThrowIfImpossible(in_channels, out_channels, groups, stride, padding, padding_mode, transposed);
        SetGeometry(new long[kernel_size.Length], padding);
    }

    /// <summary>A convolution of the same geometry with parameters of its own, which it takes over; in evaluation.</summary>
    internal Convolution With(Parameter weight, Parameter bias)
    {
        // Made where nothing is drawn: the parameters are replaced at once.
        var twin = Blank(META);
        twin.weight = weight;
        twin.bias = bias;
        twin.eval();
        return twin;
    }

    /// <summary>A convolution of the same geometry, with a bias, on a device.</summary>
    private protected abstract Convolution Blank(Device device);

    /// <summary>What a lazy convolution does with its first input: the number of channels makes the shape of the weight.</summary>
    private protected void Complete(Tensor input)
    {
        if (in_channels != 0)
        {
            return;
        }

        var lazy = (ILazyModule)this;
        if (lazy.has_uninitialized_params())
        {
            var dimensions = kernel_size.Length;
            if (input.dim() != dimensions + 1 && input.dim() != dimensions + 2)
            {
                throw new ArgumentException(
                    $"{TypeName} takes an input of {dimensions + 1} or {dimensions + 2} dimensions, not one of shape {Repr.Shape(input)}.", nameof(input));
            }

            lazy.initialize_parameters(input);
            return;
        }

        // The parameters came from a state dictionary.
        in_channels = transposed ? _weight!.size(0) : _weight!.size(1) * groups;
    }

    /// <summary>Gives the parameters of a lazy convolution their shape, and draws them.</summary>
    private protected void Materialize(Tensor input)
    {
        var channels = input.size(input.dim() == kernel_size.Length + 1 ? 0 : 1);
        ThrowIfImpossible(channels, out_channels, groups, stride, padding_type, padding_mode, transposed);
        in_channels = channels;
        ((UninitializedParameter)_weight!).materialize(WeightShape());
        (_bias as UninitializedParameter)?.materialize([out_channels]);
        reset_parameters();
    }

    private long[] WeightShape() => transposed
        ? [in_channels, out_channels / groups, .. kernel_size]
        : [out_channels, in_channels / groups, .. kernel_size];

    /// <summary>Whether an input has a batch (one dimension of channels, one of samples, and the positions) or lacks it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">The number of dimensions of positions.</param>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.dim() == dimensions + 2
            ? input.size(1) == in_channels
            : input.dim() == dimensions + 1 && input.size(0) == in_channels;
    }

    /// <summary>
    /// What a plain convolution's operator needs: the input padded where the operator cannot do so, the operator's own padding by numbers or name.
    /// </summary>
    private protected Tensor Convolve(Tensor input)
    {
        if (padding_mode is PaddingModes.Zeros or PaddingModes.Constant)
        {
            return Apply(input, _operatorPadding, _operatorPaddingType);
        }

        using var padded = functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
        return Apply(padded, _operatorPadding, _operatorPaddingType);
    }

    /// <summary>Calls the operator.</summary>
    private protected abstract Tensor Apply(Tensor input, long[] padding, Padding? named);

    /// <inheritdoc/>
    protected override string extra_repr()
    {
        var text = new StringBuilder($"{in_channels}, {out_channels}, kernel_size={Repr.Tuple(kernel_size)}, stride={Repr.Tuple(stride)}");
        if (padding_type is { } named)
        {
            text.Append($", padding={functional.PaddingName(named)}");
        }
        else if (padding.Any(p => p != 0))
        {
            text.Append($", padding={Repr.Tuple(padding)}");
        }

        text.Append(dilation.Any(d => d != 1) ? $", dilation={Repr.Tuple(dilation)}" : "");
        text.Append(output_padding.Any(p => p != 0) ? $", output_padding={Repr.Tuple(output_padding)}" : "");
        text.Append(groups != 1 ? $", groups={groups}" : "");
        text.Append(_bias is null ? ", bias=False" : "");
        text.Append(padding_mode is PaddingModes.Zeros or PaddingModes.Constant ? "" : $", padding_mode={$"{padding_mode}".ToLowerInvariant()}");
        return text.ToString();
    }

    private static void ThrowIfImpossible(
        long in_channels, long out_channels, long groups, long[] stride, Padding? padding_type, PaddingModes padding_mode, bool transposed)
    {
        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"{groups} groups do not divide {in_channels} channels in and {out_channels} out.", nameof(groups));
        }

        if (padding_type == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("Padding to the same size goes with steps of 1 only.", nameof(padding_type));
        }

        if (transposed && padding_mode != PaddingModes.Zeros)
        {
            throw new ArgumentException($"A transposed convolution pads with zeros only, not by {padding_mode}.", nameof(padding_mode));
        }
    }

    // What is known of the padding follows what it depends on; the constructor sets these before the padding.
    private void Refresh()
    {
        if (padding is not null)
        {
            SetGeometry(padding, padding_type);
        }
    }

    private void SetGeometry(long[] numbers, Padding? named)
    {
        padding = numbers;
        padding_type = named;
        _reversed_padding_repeated_twice = new long[2 * kernel_size.Length];
        for (var d = 0; d < kernel_size.Length; d++)
        {
            // The same size takes dilation * (kernel - 1) more, the odd one behind.
            var total = named == Padding.Same ? dilation[d] * (kernel_size[d] - 1) : 2 * numbers[d];
            var at = 2 * (kernel_size.Length - 1 - d);
            _reversed_padding_repeated_twice[at] = total / 2;
            _reversed_padding_repeated_twice[at + 1] = total - (total / 2);
        }

        var byOperator = padding_mode is PaddingModes.Zeros or PaddingModes.Constant;
        _operatorPadding = byOperator ? numbers : functional.Zeros;
        _operatorPaddingType = byOperator ? named : null;
    }
}

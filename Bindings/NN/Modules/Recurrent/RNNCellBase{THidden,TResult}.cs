using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// What the recurrent cells share: their sizes, and their parameters, all uniform within 1 / sqrt(hidden_size) at the start. Python's
/// <c>torch.nn.RNNCellBase</c>.
/// </summary>
/// <typeparam name="THidden">The type of the state that goes in.</typeparam>
/// <typeparam name="TResult">The type of the state that comes out.</typeparam>
public abstract class RNNCellBase<THidden, TResult> : Module<Tensor, THidden, TResult>
{
    private protected Parameter? _weight_ih;
    private protected Parameter? _weight_hh;
    private protected Parameter? _bias_ih;
    private protected Parameter? _bias_hh;

    private protected RNNCellBase(string name, int gates, long input_size, long hidden_size, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hidden_size);
        (this.input_size, this.hidden_size, this.bias) = (input_size, hidden_size, bias);
        weight_ih = NewParameter([gates * hidden_size, input_size], device, dtype);
        weight_hh = NewParameter([gates * hidden_size, hidden_size], device, dtype);
        bias_ih = bias ? NewParameter([gates * hidden_size], device, dtype) : null;
        bias_hh = bias ? NewParameter([gates * hidden_size], device, dtype) : null;
        reset_parameters();
    }

    /// <summary>The input's weight: (gates times hidden_size, input_size).</summary>
    public Parameter weight_ih
    {
        get => Current(_weight_ih!);
        set => SetParameter(ref _weight_ih, value);
    }

    /// <summary>The state's weight: (gates times hidden_size, hidden_size).</summary>
    public Parameter weight_hh
    {
        get => Current(_weight_hh!);
        set => SetParameter(ref _weight_hh, value);
    }

    /// <summary>The input's bias: (gates times hidden_size), or null.</summary>
    public Parameter? bias_ih
    {
        get => Current(_bias_ih);
        set => SetParameter(ref _bias_ih, value);
    }

    /// <summary>The state's bias: (gates times hidden_size), or null.</summary>
    public Parameter? bias_hh
    {
        get => Current(_bias_hh);
        set => SetParameter(ref _bias_hh, value);
    }

    /// <summary>The number of features of the input.</summary>
    public long input_size { get; }

    /// <summary>The number of features of the state.</summary>
    public long hidden_size { get; }

    /// <summary>Whether there are biases.</summary>
    public bool bias { get; }

    /// <summary>Draws all parameters anew.</summary>
    public void reset_parameters()
    {
        var bound = hidden_size > 0 ? 1 / Math.Sqrt(hidden_size) : 0;
        foreach (var parameter in parameters(false))
        {
            init.uniform_(parameter, -bound, bound);
        }
    }

    /// <inheritdoc/>
    protected override string extra_repr() => $"{input_size}, {hidden_size}{(bias ? "" : ", bias=False")}";

    /// <summary>Whether the input comes in a batch, (N, input_size), or alone, (input_size).</summary>
    private protected bool IsBatched(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() is not (1 or 2) || input.size(-1) != input_size)
        {
            throw new ArgumentException(
                $"{TypeName} takes (N, {input_size}) or ({input_size}), not a tensor of shape {Repr.Shape(input)}.", nameof(input));
        }

        return input.dim() == 2;
    }

    /// <summary>The input with a batch of one around it if it comes alone.</summary>
    private protected static Tensor Batched(Tensor input, bool batched) => batched ? input : aten.unsqueeze(input, 0);

    /// <summary>The result without the batch of one if the input came alone, handed out of the scope.</summary>
    private protected static Tensor Result(Tensor state, bool batched) =>
        (batched ? state : aten.squeeze_dim(state, 0)).MoveToOuterDisposeScope();

    /// <summary>The state with a batch of one around it if the input comes alone; zeros if there is none.</summary>
    private protected Tensor State(Tensor? given, string what, Tensor input, bool batched)
    {
        var batch = batched ? input.size(0) : 1;
        if (given is null)
        {
            return aten.zeros([batch, hidden_size], input.dtype, null, input.device);
        }

        long[] wanted = batched ? [batch, hidden_size] : [hidden_size];
        return given.shape.AsSpan().SequenceEqual(wanted)
            ? Batched(given, batched)
            : throw new ArgumentException(
                $"{TypeName} takes {what} of shape {Repr.Shape(wanted)} with this input, not {Repr.Shape(given)}.", what);
    }
}

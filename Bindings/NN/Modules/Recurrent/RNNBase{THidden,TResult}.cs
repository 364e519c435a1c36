using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// What the recurrent layers share: their sizes, and their parameters, all uniform within 1 / sqrt(hidden_size) at the start. Python's
/// <c>torch.nn.RNNBase</c>.
/// </summary>
/// <remarks>
/// Layer k has <c>weight_ih_lk</c>, <c>weight_hh_lk</c>, <c>bias_ih_lk</c>, <c>bias_hh_lk</c> and, where the hidden state is projected,
/// <c>weight_hr_lk</c>; those of the direction from the end to the start have <c>_reverse</c> behind their names.
/// </remarks>
/// <typeparam name="THidden">The type of the state that goes in.</typeparam>
/// <typeparam name="TResult">The type of what comes out.</typeparam>
public abstract partial class RNNBase<THidden, TResult> : Module<Tensor, THidden, TResult>
{
    // In the order in which the operators take them.
    private readonly Parameter[] _weights;

    private protected RNNBase(
        string name, int gates, long input_size, long hidden_size, long num_layers, bool bias, bool batch_first, double dropout, bool bidirectional,
        long proj_size, Device? device, ScalarType? dtype)
        : base(name)
    {
        ThrowIfImpossible(name, hidden_size, num_layers, dropout, proj_size);
        (this.input_size, this.hidden_size, this.num_layers, this.bias, this.batch_first, this.dropout, this.bidirectional, this.proj_size) =
            (input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, proj_size);
        (Gates, Directions) = (gates * hidden_size, bidirectional ? 2 : 1);
        for (var layer = 0L; layer < num_layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                AddLayer($"l{layer}{(direction == 1 ? "_reverse" : "")}", layer == 0 ? input_size : OutputSize * Directions, device, dtype);
            }
        }

        _weights = [.. parameters(false)];
        reset_parameters();
    }

    /// <summary>The number of features of an element of the input.</summary>
    public long input_size { get; }

    /// <summary>The number of features of the hidden state.</summary>
    public long hidden_size { get; }

    /// <summary>How many layers stand on each other.</summary>
    public long num_layers { get; }

    /// <summary>Whether the layers have biases.</summary>
    public bool bias { get; }

    /// <summary>Whether the batch is the first dimension of input and output.</summary>
    public bool batch_first { get; set; }

    /// <summary>The probability that an entry is dropped on its way from a layer to the next one, in training.</summary>
    public double dropout { get; set; }

    /// <summary>Whether each layer also runs from the end to the start.</summary>
    public bool bidirectional { get; }

    /// <summary>The size to which the hidden state is projected; 0 for none.</summary>
    public long proj_size { get; }

    /// <summary>The parameters of each layer and direction, in the order of the state dictionary. Python's <c>all_weights</c>.</summary>
    public IReadOnlyList<IReadOnlyList<Parameter>> all_weights => [.. _weights.Chunk(_weights.Length / (int)(num_layers * Directions))];

    /// <summary>How a hidden state is computed: what Python's <c>mode</c> says.</summary>
    public abstract string mode { get; }

    /// <summary>The number of features of an element of the output in one direction.</summary>
    private protected long OutputSize => proj_size > 0 ? proj_size : hidden_size;

    private protected long Directions { get; }

    private long Gates { get; }

    /// <summary>Draws all parameters anew.</summary>
    public void reset_parameters()
    {
        var bound = hidden_size > 0 ? 1 / Math.Sqrt(hidden_size) : 0;
        foreach (var parameter in _weights)
        {
            init.uniform_(parameter, -bound, bound);
        }
    }

    /// <summary>
    /// Lays the parameters out in one stretch of memory, as cuDNN wants them; it has no effect elsewhere. Moving the layer to a CUDA device does it
    /// as well. Python's <c>flatten_parameters</c>.
    /// </summary>
    public void flatten_parameters()
    {
        if (_weights.Any(weight => !weight.is_cuda || weight.dtype != _weights[0].dtype) || !aten._use_cudnn_rnn_flatten_weight())
        {
            return;
        }

        using var guard = no_grad();
        using var flat = aten._cudnn_rnn_flatten_weight(
            _weights, bias ? 4 : 2, input_size, CudnnMode, hidden_size, proj_size, num_layers, batch_first, bidirectional);
    }

    /// <summary>cuDNN's number of the kind of cell.</summary>
    private protected abstract long CudnnMode { get; }

    /// <summary>The parameters in the order in which the operators take them.</summary>
    private protected ReadOnlySpan<Tensor> Weights => _weights;

    /// <inheritdoc/>
    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        base._toEpilog(dtype, device, non_blocking);
        flatten_parameters();
    }

    /// <inheritdoc/>
    protected override string extra_repr()
    {
        var parts = new List<string> { $"{input_size}, {hidden_size}" };
        AddIf(proj_size != 0, $"proj_size={proj_size}");
        AddIf(num_layers != 1, $"num_layers={num_layers}");
        AddIf(!bias, "bias=False");
        AddIf(batch_first, "batch_first=True");
        AddIf(dropout != 0, $"dropout={Repr.Float(dropout)}");
        AddIf(bidirectional, "bidirectional=True");
        return string.Join(", ", parts);

        void AddIf(bool told, string part)
        {
            if (told)
            {
                parts.Add(part);
            }
        }
    }

    private void AddLayer(string suffix, long inputs, Device? device, ScalarType? dtype)
    {
        register_parameter($"weight_ih_{suffix}", NewParameter([Gates, inputs], device, dtype));
        register_parameter($"weight_hh_{suffix}", NewParameter([Gates, OutputSize], device, dtype));
        if (bias)
        {
            register_parameter($"bias_ih_{suffix}", NewParameter([Gates], device, dtype));
            register_parameter($"bias_hh_{suffix}", NewParameter([Gates], device, dtype));
        }

        if (proj_size > 0)
        {
            register_parameter($"weight_hr_{suffix}", NewParameter([proj_size, hidden_size], device, dtype));
        }
    }

    private static void ThrowIfImpossible(string name, long hidden_size, long num_layers, double dropout, long proj_size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hidden_size);
        ArgumentOutOfRangeException.ThrowIfLessThan(num_layers, 1);
        if (dropout is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(dropout), dropout, $"{name} drops entries with a probability between 0 and 1.");
        }

        if (proj_size < 0 || (proj_size > 0 && proj_size >= hidden_size))
        {
            throw new ArgumentOutOfRangeException(
                nameof(proj_size), proj_size, $"{name} projects its {hidden_size} hidden features to fewer, or not at all (0).");
        }
    }
}

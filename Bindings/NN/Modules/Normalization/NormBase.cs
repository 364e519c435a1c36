using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalization share: scale, shift and running statistics.</summary>
public abstract class NormBase : Module<Tensor, Tensor>
{
    /// <summary>The scale; see <see cref="weight"/>.</summary>
    private protected Parameter? _weight;

    /// <summary>The shift; see <see cref="bias"/>.</summary>
    private protected Parameter? _bias;

    /// <summary>See <see cref="running_mean"/>.</summary>
    private protected Tensor? _running_mean;

    /// <summary>See <see cref="running_var"/>.</summary>
    private protected Tensor? _running_var;

    /// <summary>See <see cref="num_batches_tracked"/>.</summary>
    private protected Tensor? _num_batches_tracked;

    /// <summary>Makes parameters and statistics.</summary>
    protected NormBase(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        Device? device,
        ScalarType? dtype,
        string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (this is ILazyModule)
        {
            MakeLazy(device, dtype);
            return;
        }

        weight = affine ? NewParameter([num_features], device, dtype) : null;
        bias = affine ? NewParameter([num_features], device, dtype) : null;
        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype, device);
            running_var = ones([num_features], dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }

        reset_parameters();
    }

    /// <summary>(C): the scale, 1 at the start; null without <see cref="affine"/>.</summary>
    public Parameter? weight
    {
        get => Current(_weight);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>(C): the shift, 0 at the start; null without <see cref="affine"/>.</summary>
    public Parameter? bias
    {
        get => Current(_bias);
        set => SetParameter(ref _bias, value);
    }

    /// <summary>(C): the running mean, 0 at the start; null without <see cref="track_running_stats"/>.</summary>
    public Tensor? running_mean
    {
        get => _running_mean;
        set => SetBuffer(ref _running_mean, value);
    }

    /// <summary>(C): the running variance, 1 at the start; null without <see cref="track_running_stats"/>.</summary>
    public Tensor? running_var
    {
        get => _running_var;
        set => SetBuffer(ref _running_var, value);
    }

    /// <summary>How many batches the running statistics have seen (a number, int64); null without <see cref="track_running_stats"/>.</summary>
    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => SetBuffer(ref _num_batches_tracked, value);
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; private set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>How much a batch moves the running statistics; null for their plain mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a scale and a shift.</summary>
    public bool affine { get; }

    /// <summary>
    /// Whether training moves the running statistics. A layer made with them keeps them when this is set to false, and evaluates with them.
    /// </summary>
    public bool track_running_stats { get; set; }

    /// <summary>Files of older PyTorch versions lack the count of batches.</summary>
    private protected override IEnumerable<string> OptionalState => _num_batches_tracked is not null ? [nameof(num_batches_tracked)] : [];

    /// <summary>Forgets the running statistics.</summary>
    public void reset_running_stats()
    {
        if (_running_mean is not null && _running_var is not null && _num_batches_tracked is not null)
        {
            init.zeros_(_running_mean);
            init.ones_(_running_var);
            init.zeros_(_num_batches_tracked);
        }
    }

    /// <summary>Forgets the running statistics and sets scale and shift to 1 and 0.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (weight is not null && bias is not null)
        {
            init.ones_(weight);
            init.zeros_(bias);
        }
    }

    /// <summary>What a lazy normalization does with its first input: the number of channels makes the shapes.</summary>
    private protected void Complete(Tensor input)
    {
        if (num_features != 0)
        {
            return;
        }

        var lazy = (ILazyModule)this;
        if (lazy.has_uninitialized_params())
        {
            ValidateInputDimensions(input);
            lazy.initialize_parameters(input);
        }
        else if ((_weight ?? _running_mean) is { } made)
        {
            // The parameters came from a state dictionary.
            num_features = made.size(0);
        }
    }

    /// <summary>Gives the parameters and statistics of a lazy normalization their shapes.</summary>
    private protected void Materialize(long channels)
    {
        num_features = channels;
        (_weight as UninitializedParameter)?.materialize([channels]);
        (_bias as UninitializedParameter)?.materialize([channels]);
        (_running_mean as UninitializedBuffer)?.materialize([channels]);
        (_running_var as UninitializedBuffer)?.materialize([channels]);
        reset_parameters();
    }

    private void MakeLazy(Device? device, ScalarType? dtype)
    {
        weight = affine ? new UninitializedParameter(device, dtype) : null;
        bias = affine ? new UninitializedParameter(device, dtype) : null;
        if (track_running_stats)
        {
            running_mean = new UninitializedBuffer(device, dtype);
            running_var = new UninitializedBuffer(device, dtype);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
    }

    /// <summary>Counts a batch and tells how much it moves the running statistics.</summary>
    private protected double CountBatch()
    {
        if (!training || !track_running_stats || _num_batches_tracked is not { } count)
        {
            return momentum ?? 0.0;
        }

        aten.add__Scalar(count, 1);
        return momentum ?? 1.0 / count.item<long>();
    }

    /// <summary>Checks the number of dimensions of an input.</summary>
    /// <exception cref="ArgumentException">It is another one.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    /// <summary>Throws unless an input has one of two numbers of dimensions.</summary>
    private protected void ThrowUnlessOf(Tensor input, long first, long second)
    {
        ArgumentNullException.ThrowIfNull(input);
        var dimensions = input.dim();
        if (dimensions != first && dimensions != second)
        {
            var expected = first == second ? $"{first}" : $"{first} or {second}";
            throw new ArgumentException(
                $"{TypeName} takes an input of {expected} dimensions, not one of shape {Repr.Shape(input)}.", nameof(input));
        }
    }

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"{num_features}, eps={Repr.Float(eps)}, momentum={(momentum is { } m ? Repr.Float(m) : "None")}, affine={Repr.Bool(affine)}, "
        + $"track_running_stats={Repr.Bool(track_running_stats)}";
}

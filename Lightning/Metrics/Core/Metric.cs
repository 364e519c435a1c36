namespace Lightning.Metrics;

/// <summary>
/// What collects over batches and is computed at the end: states that updates add to, put together over processes when the value is asked for. Derive from
/// <see cref="Metric{T1, T2, TResult}"/> or its kin, which type the arguments. Python: <c>torchmetrics.Metric</c>.
/// </summary>
/// <remarks>
/// A metric is a module: as a field of a <see cref="LightningModule"/> it moves with it, is part of its checkpoints where its states are persistent, and can be
/// logged (<c>log("acc", acc)</c>): the epoch's value is computed and the metric reset when the epoch is over. States stay on their device and nothing is read
/// to the host, except where a metric's documentation says so. Conversions of the module's type (<c>half()</c>) leave metrics alone, as in Python.
/// </remarks>
public abstract partial class Metric : torch.nn.Module, ILoggableMetric
{
    private List<StateDescription> _descriptions = [];
    private readonly List<Tensor> _forwardValue = [];

    // The metric whose states this one reads, at most one; and those that read this one's. Lists of modules are what copies of modules know to copy.
    private readonly List<torch.nn.Module> _followed = [];
    private readonly List<torch.nn.Module> _followers = [];
    private Device _device = torch.CPU;
    private ScalarType _resultType = torch.get_default_dtype();
    private long _updates;
    private bool _placed;
    private bool _warned;

    private protected Metric(string name)
        : base(name)
    {
        register_load_state_dict_pre_hook(MakeRoom);
    }

    /// <summary>Whether <see cref="Metric{TResult}.compute"/> puts the states of all processes together. Default true.</summary>
    public bool sync_on_compute { get; set; } = true;

    /// <summary>Whether the value of a batch that <c>forward</c> gives is that of all processes' batches. Default false.</summary>
    public bool dist_sync_on_step { get; set; }

    /// <summary>The processes to put together; null (the default) for all.</summary>
    public torch.distributed.ProcessGroup? process_group { get; set; }

    /// <summary>Whether <c>update</c> has been called since the last reset.</summary>
    public bool update_called => update_count > 0;

    /// <summary>How often <c>update</c> has been called since the last reset.</summary>
    public long update_count => Owner._updates;

    /// <summary>The device of the states. A metric that was never moved goes to where the arguments of its first update lie.</summary>
    public Device device => Owner._device;

    /// <summary>The floating-point type of what is computed: the default type when the metric was made; see <see cref="set_dtype"/>.</summary>
    public ScalarType compute_dtype => _resultType;

    /// <summary>Whether a larger value is better; null where that has no answer.</summary>
    public virtual bool? higher_is_better => null;

    /// <summary>
    /// Names what the metric collects: metrics of a <see cref="MetricCollection"/> with the same name share one set of states, which only one of them updates.
    /// Null (the default) where it collects something of its own.
    /// </summary>
    protected internal virtual string? ComputeGroup => null;

    /// <summary>Forgets what was collected: every state starts anew.</summary>
    public virtual void reset()
    {
        if (Leader is { } leader)
        {
            _followed.Clear();
            leader._followers.Remove(this);
            _device = leader._device;
        }

        ReleaseFollowers();
        _unsynced?.Dispose();
        _unsynced = null;
        ForgetForwardValue();
        StartStates();
        _updates = 0;
        foreach (var (_, inner) in Inner)
        {
            inner.reset();
        }
    }

    /// <summary>A metric of its own with the same states. Python: <c>Metric.clone</c>.</summary>
    public Metric clone() => Apart();

    /// <summary>Adds what another metric of the same kind has collected, as if this one had seen the other's batches after its own.</summary>
    /// <param name="incoming">The other; it stays as it is.</param>
    /// <exception cref="ArgumentException">The other is of another kind.</exception>
    public void merge_state(Metric incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (incoming.GetType() != GetType())
        {
            throw new ArgumentException($"{GetType().Name}.merge_state got a {incoming.GetType().Name}: only metrics of one kind, made with the same arguments, can be merged.", nameof(incoming));
        }

        using var guard = torch.no_grad();
        LeaveGroup();
        ReleaseFollowers();
        using var states = incoming.CopyStates(device);
        Absorb(states);
        MergeInner(incoming);
    }

    /// <summary>Computes in another floating-point type from now on, for example Float64. Python: <c>Metric.set_dtype</c>.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public void set_dtype(ScalarType dst_type)
    {
        if (!torch.is_floating_point(dst_type))
        {
            throw new ArgumentException($"set_dtype({dst_type}): a metric computes in a floating-point type.", nameof(dst_type));
        }

        _resultType = dst_type;
        foreach (var (_, inner) in Inner)
        {
            inner.set_dtype(dst_type);
        }
    }

    /// <inheritdoc/>
    protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
    {
        if (device is not null)
        {
            MoveStates(device, non_blocking);
            _placed = true;
        }
    }

    /// <summary>Called before each update: looks at the state of things and goes to where the arguments are.</summary>
    private protected void BeginUpdate(Device? arguments)
    {
        if (_unsynced is not null)
        {
            throw new InvalidOperationException($"{GetType().Name} holds the states of all processes; call unsync() before update.");
        }

        LeaveGroup();
        if (!UpdatesGroup)
        {
            ReleaseFollowers();
        }

        if (arguments is not null && !arguments.Equals(_device))
        {
            if (_placed || _updates > 0)
            {
                throw new InvalidOperationException(
                    $"{GetType().Name} is on {_device} and its arguments are on {arguments}. Move it with metric.to(device), or keep it in a field of the module that is moved.");
            }

            MoveStates(arguments, non_blocking: false);
        }

        _updates++;
    }

    /// <summary>An update has failed before it changed anything.</summary>
    private protected void DropUpdate() => _updates--;

    private protected void WarnUnlessUpdated()
    {
        if (!update_called && !_warned)
        {
            _warned = true;
            L.rank_zero_warn($"{GetType().Name}.compute was called before update: the value is that of no data.");
        }
    }

    private protected void KeepForwardValue(object? value)
    {
        ForgetForwardValue();
        if (value is Tensor { dtype: var type } tensor && tensor.numel() == 1 && torch.is_floating_point(type))
        {
            _forwardValue.Add(tensor.detach().clone().DetachFromDisposeScope());
        }
    }

    private protected static Device? DeviceOf(object? argument) => argument is Tensor tensor ? tensor.device : null;

    /// <summary>A tensor of the type that the metric computes in.</summary>
    protected Tensor Result(Tensor value) => value.to(_resultType);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ForgetForwardValue();
            _unsynced?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ForgetForwardValue()
    {
        foreach (var tensor in _forwardValue)
        {
            tensor.Dispose();
        }

        _forwardValue.Clear();
    }
}

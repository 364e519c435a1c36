namespace Lightning;

/// <summary>How many processes run and who talks to whom. A name converts: "auto", "single_device", "ddp" or "ddp_find_unused_parameters_true".</summary>
/// <remarks>
/// Python: <c>lightning.pytorch.strategies.Strategy</c>. Six abstract members, for which <see cref="SingleDeviceStrategy"/> is the template; a strategy over
/// several processes overrides the others too, as <see cref="DDPStrategy"/> does.
/// </remarks>
public abstract class Strategy
{
    /// <summary>The device of this process.</summary>
    public abstract Device root_device { get; }

    /// <summary>The rank of this process among all.</summary>
    public abstract int global_rank { get; }

    /// <summary>How many processes run.</summary>
    public abstract int world_size { get; }

    /// <summary>The rank of this process on its machine.</summary>
    public virtual int local_rank => 0;

    /// <summary>The number of this machine.</summary>
    public virtual int node_rank => 0;

    /// <summary>Whether this is the first process of all.</summary>
    public bool is_global_zero => global_rank == 0;

    /// <summary>How many machines there are; the Trainer sets it.</summary>
    public int num_nodes { get; internal set; } = 1;

    /// <summary>Whether tensors made in inference mode can be sent to other processes.</summary>
    public virtual bool sends_inference_tensors => true;

    /// <summary>Learns which devices the run uses, before anything is moved.</summary>
    public abstract void setup_environment(Accelerator accelerator, IReadOnlyList<int> devices);

    /// <summary>Waits until every process is here.</summary>
    public abstract void barrier();

    /// <summary>Reduces a tensor over the processes; each gets the result, which is a tensor of its own.</summary>
    public abstract Tensor reduce(Tensor tensor, Reduce op);

    /// <summary>Starts the processes that are missing and meets them; called before each run, and does it once.</summary>
    public virtual void launch()
    {
    }

    /// <summary>Moves the module to this process's device.</summary>
    public virtual void model_to_device(torch.nn.Module module) => module.to(root_device);

    /// <summary>Makes the module, on its device, ready to be trained by all processes.</summary>
    public virtual void setup_module(torch.nn.Module module)
    {
    }

    /// <summary>
    /// Makes a module, on its device, ready to be trained by all processes where not the Trainer calls it, but whoever has it: there may be several.
    /// Null where there is nothing to do.
    /// </summary>
    /// <param name="module">The module.</param>
    public virtual IModuleReplica? Replicate(torch.nn.Module module) => null;

    /// <summary>Called before each <c>training_step</c>.</summary>
    public virtual void pre_forward()
    {
    }

    /// <summary>Called before each backward.</summary>
    /// <param name="loss">What backward starts from.</param>
    public virtual void pre_backward(Tensor loss)
    {
    }

    /// <summary>Called before a trained module is evaluated: from here on every process has the same one.</summary>
    public virtual void pre_evaluation()
    {
    }

    /// <summary>Until the result is disposed, gradients stay on their process: they are being accumulated. Null where there is nothing to do.</summary>
    public virtual IDisposable? block_backward_sync() => null;

    /// <summary>Gives one process's plain value to all: null, bool, a number, text, or lists and dictionaries of these.</summary>
    /// <param name="obj">The value.</param>
    /// <param name="src">The rank that gives it.</param>
    public virtual T broadcast<T>(T obj, int src = 0) => obj;

    /// <summary>Gives one process's tensor to all, which get one of their own, on their device.</summary>
    /// <param name="tensor">The tensor; its shape and type need not be known elsewhere.</param>
    /// <param name="src">The rank that gives it.</param>
    public virtual Tensor broadcast(Tensor tensor, int src = 0) => torch.ops.aten.alias(tensor);

    /// <summary>Gives every process the plain values of all, in the order of the ranks.</summary>
    /// <param name="obj">This process's: null, bool, a number, text, or lists and dictionaries of these.</param>
    public virtual IReadOnlyList<object?> all_gather_object(object? obj) => [obj];

    /// <summary>Gives every process the tensors of all, stacked: the first dimension is the rank.</summary>
    /// <param name="tensor">Of the same shape and type everywhere.</param>
    public virtual Tensor all_gather(Tensor tensor) => tensor.unsqueeze(0);

    /// <summary>One decision from those of all processes.</summary>
    /// <param name="decision">This process's.</param>
    /// <param name="all">Whether all have to agree (the default), or one is enough.</param>
    public virtual bool reduce_boolean_decision(bool decision, bool all = true) => decision;

    /// <summary>Called when a run has failed, before the exception goes on to the caller.</summary>
    public virtual void on_exception(Exception exception)
    {
    }

    /// <summary>Called when a run is over, whether or not it went well.</summary>
    public virtual void teardown()
    {
    }

    /// <summary>The strategy to use: several processes need another one than nobody's choice.</summary>
    /// <param name="given">What was asked for.</param>
    /// <param name="processes">How many processes there will be.</param>
    internal static Strategy For(Strategy given, int processes) =>
        given is SingleDeviceStrategy { ChosenByDefault: true } && processes > 1 ? new DDPStrategy() : given;

    /// <summary>Finds a strategy by its name.</summary>
    /// <exception cref="MisconfigurationException">The name is unknown.</exception>
    public static implicit operator Strategy(string name) => name switch
    {
        "auto" => new SingleDeviceStrategy { ChosenByDefault = true },
        "single_device" => new SingleDeviceStrategy(),
        "ddp" or "ddp_find_unused_parameters_false" => new DDPStrategy(),
        "ddp_find_unused_parameters_true" => new DDPStrategy(find_unused_parameters: true),
        _ => throw new MisconfigurationException(
            $"strategy: \"{name}\" is unknown; use one of auto, single_device, ddp, ddp_find_unused_parameters_true."),
    };
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <inheritdoc cref="AveragedModel{T, TResult}"/>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class AveragedModel<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private readonly WeightAverage _average;

    internal AveragedModel(
        nn.Module<T1, T2, TResult> model, Device? device, Func<Tensor, Tensor, Tensor, Tensor>? avg_fn,
        Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? multi_avg_fn, bool use_buffers)
        : base("AveragedModel")
    {
        module = model.deepcopy();
        if (device is not null)
        {
            module.to(device);
        }

        n_averaged = zeros([], ScalarType.Int64, device);
        register_module(nameof(module), module);
        register_buffer(nameof(n_averaged), n_averaged);
        _average = new WeightAverage(module, n_averaged, avg_fn, multi_avg_fn, use_buffers);
    }

    /// <summary>The copy that holds the averages; call it, save it, or take it as the trained model.</summary>
    public nn.Module<T1, T2, TResult> module { get; }

    /// <summary>How many times the average was updated (a number, int64).</summary>
    public Tensor n_averaged { get; }

    /// <inheritdoc/>
    public override TResult forward(T1 input1, T2 input2) => module.call(input1, input2);

    /// <summary>Moves the averages on by a model's present values; the first time they become those values.</summary>
    /// <param name="model">The model that is trained, of the kind that the average was made of.</param>
    /// <exception cref="ArgumentException">It has other parameters or buffers.</exception>
    public void update_parameters(nn.Module model) => _average.Update(model);

    internal override nn.Module CopyInto(ModuleCopies copies) =>
        throw new NotSupportedException("An averaged model cannot be copied; copy its module.");
}

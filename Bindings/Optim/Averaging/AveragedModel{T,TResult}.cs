using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A running average of a model's weights, as stochastic weight averaging (Izmailov et al., 2018) and exponential moving averages keep it. Python's
/// <c>torch.optim.swa_utils.AveragedModel</c>; made by <c>torch.optim.swa_utils.AveragedModel</c>.
/// </summary>
/// <remarks>
/// Its state dictionary has <c>n_averaged</c> and the copy's names behind <c>module.</c>, as in Python. Without averaged buffers, buffers are the
/// model's as of the last update (as from Python 2.0 on; 1.13 left those of the start).
/// </remarks>
/// <typeparam name="T">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class AveragedModel<T, TResult> : nn.Module<T, TResult>
{
    private readonly WeightAverage _average;

    internal AveragedModel(
        nn.Module<T, TResult> model, Device? device, Func<Tensor, Tensor, Tensor, Tensor>? avg_fn,
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
    public nn.Module<T, TResult> module { get; }

    /// <summary>How many times the average was updated (a number, int64).</summary>
    public Tensor n_averaged { get; }

    /// <inheritdoc/>
    public override TResult forward(T input) => module.call(input);

    /// <summary>Moves the averages on by a model's present values; the first time they become those values.</summary>
    /// <param name="model">The model that is trained, of the kind that the average was made of.</param>
    /// <exception cref="ArgumentException">It has other parameters or buffers.</exception>
    public void update_parameters(nn.Module model) => _average.Update(model);

    internal override nn.Module CopyInto(ModuleCopies copies) =>
        throw new NotSupportedException("An averaged model cannot be copied; copy its module.");
}

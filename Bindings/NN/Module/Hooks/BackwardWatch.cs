using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Watches one call of a module for its backward hooks: an identity behind its inputs and one behind its results hear of the gradients that flow
/// out of the module and into it.
/// </summary>
internal sealed class BackwardWatch(BackwardHooks hooks)
{
    private readonly List<Tensor> _inputs = [];
    private bool _inputsAreWatched;
    private Queue<Tensor> _watched = new();
    private Tensor?[]? _resultGradients;

    /// <summary>Notes the tensors of an input; all inputs are noted before the first is replaced.</summary>
    public void Note<T>(T input) => _inputs.AddRange(TensorWalk.Tensors(input));

    /// <summary>Puts the identity behind the inputs noted.</summary>
    public void WatchInputs()
    {
        _watched = new Queue<Tensor>(Watch(_inputs, InputGradients));
        _inputsAreWatched = is_grad_enabled() && _inputs.Exists(input => input.requires_grad);
    }

    /// <summary>An input with its watched tensors, in the order of <see cref="Note"/>.</summary>
    public T Watched<T>(T input) => TensorWalk.With(input, _watched);

    /// <summary>The module's result with its tensors watched.</summary>
    public TResult WatchResult<TResult>(TResult result)
    {
        var tensors = TensorWalk.Tensors(result);
        return tensors.Count == 0 ? result : TensorWalk.With(result, new Queue<Tensor>(Watch(tensors, ResultGradients)));
    }

    private static List<Tensor> Watch(IReadOnlyList<Tensor> tensors, Func<Tensor?[], Tensor?[]> listener)
    {
        List<int> recorded = [.. Enumerable.Range(0, tensors.Count).Where(i => tensors[i].requires_grad)];
        List<Tensor> watched = [.. tensors];
        if (recorded.Count == 0 || !is_grad_enabled())
        {
            return watched;
        }

        // The listener sees a place for every tensor; those that record nothing have no gradient.
        Func<List<Tensor?>, List<Tensor?>> all = gradients =>
        {
            var full = new Tensor?[tensors.Count];
            for (var i = 0; i < recorded.Count; i++)
            {
                full[recorded[i]] = gradients[i];
            }

            full = listener(full);
            return recorded.ConvertAll(place => full[place]);
        };
        var results = GradientListener.apply([all, .. recorded.Select(place => tensors[place])]);
        for (var i = 0; i < recorded.Count; i++)
        {
            watched[recorded[i]] = results[i];
        }

        return watched;
    }

    private static Tensor?[] Checked(Tensor?[] gradients, Tensor?[]? replaced, nn.Module module) => replaced is null
        ? gradients
        : replaced.Length == gradients.Length
            ? replaced
            : throw new InvalidOperationException(
                $"A backward hook of {module.TypeName} returned {replaced.Length} gradients in the place of {gradients.Length}.");

    private Tensor?[] ResultGradients(Tensor?[] gradients)
    {
        foreach (var hook in hooks.AllBefore())
        {
            gradients = Checked(gradients, hook(hooks.Module, gradients), hooks.Module);
        }

        if (_inputsAreWatched)
        {
            // Kept until the inputs' gradients are there, beyond the scope of this node's backward.
            Forget();
            _resultGradients = Array.ConvertAll(gradients, g => g is null ? null : nn.functional.Again(g).DetachFromDisposeScope());
            return gradients;
        }

        var none = new Tensor?[_inputs.Count];
        foreach (var hook in hooks.AllAfter())
        {
            if (hook(hooks.Module, none, gradients) is { } answer && Array.Exists(answer, gradient => gradient is not null))
            {
                throw new InvalidOperationException(
                    $"A backward hook of {hooks.Module.TypeName} returned gradients of the inputs, but no input of this call requires any.");
            }
        }

        return gradients;
    }

    private Tensor?[] InputGradients(Tensor?[] gradients)
    {
        // Without gradients of the results the graph was entered behind them: nothing flowed through this module.
        if (_resultGradients is { } resultGradients)
        {
            foreach (var hook in hooks.AllAfter())
            {
                gradients = Checked(gradients, hook(hooks.Module, gradients, resultGradients), hooks.Module);
            }

            Forget();
        }

        return gradients;
    }

    private void Forget()
    {
        foreach (var gradient in _resultGradients ?? [])
        {
            gradient?.Dispose();
        }

        _resultGradients = null;
    }
}

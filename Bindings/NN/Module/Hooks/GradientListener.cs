using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>The identity, whose backward lets a listener see and replace the gradients.</summary>
/// <remarks>Its arguments are the listener and the tensors; all of them record gradients.</remarks>
internal sealed class GradientListener : MultiTensorFunction<GradientListener>
{
    private const string Listener = nameof(Listener);

    public override string Name => nameof(GradientListener);

    public override List<Tensor> forward(AutogradContext ctx, params object?[] vars)
    {
        ctx.save_data(Listener, vars[0]);
        ctx.set_materialize_grads(false);
        // Not views: what comes behind may change them in place.
        return [.. vars.OfType<Tensor>().Select(tensor => ops.aten.detach(tensor))];
    }

    public override List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        var listener = (Func<List<Tensor?>, List<Tensor?>>)ctx.get_data(Listener)!;
        return listener([.. grad_outputs]);
    }
}

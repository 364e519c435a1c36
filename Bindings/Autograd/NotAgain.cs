namespace TorchSharp;

/// <summary>Passes a gradient on whose own derivative does not exist: asking for it is the error.</summary>
internal sealed class NotAgain : torch.autograd.SingleTensorFunction<NotAgain>
{
    public override string Name => nameof(NotAgain);

    public override torch.Tensor forward(torch.autograd.AutogradContext ctx, params object?[] vars)
    {
        ctx.save_data("name", vars[1]);
        return ((torch.Tensor)vars[0]!).view_as((torch.Tensor)vars[0]!);
    }

    public override List<torch.Tensor?> backward(torch.autograd.AutogradContext ctx, torch.Tensor grad_output) =>
        throw new InvalidOperationException(
            $"{ctx.get_data("name")}: trying to differentiate twice a function that was marked with once_differentiable");
}

namespace Lightning;

/// <summary>What <c>training_step</c> returned: the loss, and how much it weighs among others where the step says so.</summary>
internal readonly record struct StepOutput(Tensor? Loss, object? Weight)
{
    private const string LossKey = "loss";
    private const string WeightKey = "weight";

    internal static StepOutput Of(object? outputs) => outputs switch
    {
        null => default,
        Tensor loss => new(loss, null),
        IConvertible and not string => throw new MisconfigurationException(
            $"training_step returned {outputs.GetType().Name}, a number, which has no gradient. Return the loss itself, a Tensor, and not its item(); or null to skip the batch."),
        IReadOnlyDictionary<string, Tensor> named when named.TryGetValue(LossKey, out var loss) => new(loss, named.GetValueOrDefault(WeightKey)),
        IReadOnlyDictionary<string, object?> named when named.TryGetValue(LossKey, out var loss) && loss is Tensor tensor =>
            new(tensor, named.GetValueOrDefault(WeightKey)),
        _ => throw new MisconfigurationException(
            $"training_step returned {outputs.GetType().Name}. Return the loss as a Tensor, a dictionary with the loss under \"loss\", or null to skip the batch."),
    };

    /// <summary>The loss among what a step of validation returned, which may be anything; null where it has none.</summary>
    internal static Tensor? LossOf(object? outputs) => outputs switch
    {
        Tensor loss => loss,
        IReadOnlyDictionary<string, Tensor> named => named.GetValueOrDefault(LossKey),
        IReadOnlyDictionary<string, object?> named => named.GetValueOrDefault(LossKey) as Tensor,
        _ => null,
    };

    /// <summary>Fails where backward cannot start from the loss.</summary>
    internal void Check()
    {
        if (Loss is not { } loss)
        {
            return;
        }

        if (!loss.requires_grad)
        {
            throw new MisconfigurationException(
                "training_step returned a loss without a gradient. Is every parameter frozen, or was the loss detached or computed under no_grad?");
        }

        if (loss.numel() != 1)
        {
            throw new MisconfigurationException(
                $"training_step returned a loss of shape [{string.Join(", ", loss.shape)}]. Reduce it to one element, for example with mean().");
        }
    }
}

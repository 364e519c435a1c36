using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The one-hot categorical distribution whose draws let gradients through as if they were the probabilities (torch.distributions.OneHotCategoricalStraightThrough).</summary>
public class OneHotCategoricalStraightThrough : OneHotCategorical
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="probs">Probabilities along the last dimension, which are divided by their sum.</param>
    /// <param name="logits">Unnormalised log probabilities, in place of them.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public OneHotCategoricalStraightThrough(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(probs, logits, generator, validate_args)
    {

    }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Compute(() =>
    {
        Tensor drawn;
        using (no_grad())
        {
            drawn = base.rsample(sample_shape);
        }

        return drawn + (probs - probs.detach());
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = categorical.Given(batch_shape + event_shape);
        return new OneHotCategoricalStraightThrough(probabilities, logOdds, generator, false);
    });
}

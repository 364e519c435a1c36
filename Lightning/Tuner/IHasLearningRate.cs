namespace Lightning;

/// <summary>A module that makes its optimizer with a learning rate that <see cref="Tuner.lr_find"/> may set.</summary>
public interface IHasLearningRate
{
    /// <summary>The learning rate that <c>configure_optimizers</c> takes.</summary>
    double learning_rate { get; set; }
}

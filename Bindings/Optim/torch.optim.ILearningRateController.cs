namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What a learning-rate scheduler drives: a parameter group.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate that the group started with, which schedulers count from (Python's <c>initial_lr</c>).</summary>
            double InitialLearningRate { get; set; }
        }
    }
}

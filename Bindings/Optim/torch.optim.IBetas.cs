namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>An optimizer or parameter group with two running-average factors, the first of which a scheduler may cycle as a
        /// momentum.</summary>
        public interface IBetas
        {
            /// <summary>The factors of the running averages of the gradient and of its square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}

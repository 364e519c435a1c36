namespace TorchSharp;

public static partial class torch
{
    /// <summary>How torch.lobpcg keeps its basis.</summary>
    public enum LobpcgMethod
    {
        /// <summary>As Knyazev's method has it: least work in an iteration, but fails where the basis becomes singular.</summary>
        basic = 0,

        /// <summary>The basis is made orthonormal in each iteration (Stathopoulos and Wu, 2002; Duersch et al., 2018): robust.</summary>
        ortho = 1,
    }
}

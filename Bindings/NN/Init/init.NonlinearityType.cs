namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>What follows a layer, as <see cref="calculate_gain"/> takes it.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear,

                /// <summary>As <see cref="Linear"/>.</summary>
                Conv1D,

                /// <summary>As <see cref="Linear"/>.</summary>
                Conv2D,

                /// <summary>As <see cref="Linear"/>.</summary>
                Conv3D,

                /// <summary>As <see cref="Linear"/>.</summary>
                ConvTranspose1D,

                /// <summary>As <see cref="Linear"/>.</summary>
                ConvTranspose2D,

                /// <summary>As <see cref="Linear"/>.</summary>
                ConvTranspose3D,

                /// <summary>The sigmoid.</summary>
                Sigmoid,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh,

                /// <summary>The rectified linear unit.</summary>
                ReLU,

                /// <summary>The leaky rectified linear unit, whose slope is the parameter.</summary>
                LeakyReLU,

                /// <summary>The scaled exponential linear unit.</summary>
                SELU,
            }
        }
    }
}

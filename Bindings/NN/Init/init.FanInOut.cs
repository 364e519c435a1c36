namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Which side of a weight sets the scale.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: keeps the scale of what flows forward.</summary>
                FanIn,

                /// <summary>The outputs: keeps the scale of what flows back.</summary>
                FanOut,
            }
        }
    }
}

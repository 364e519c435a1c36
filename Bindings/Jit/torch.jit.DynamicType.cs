using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A type of TorchScript other than a tensor's.</summary>
        public sealed class DynamicType : Type
        {
            internal DynamicType(ScriptHandle handle)
                : base(handle)
            {
            }
        }
    }
}

using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors between processes (Python's <c>torch.distributed</c>), over libtorch's own c10d: a C# rank and a Python rank can share a group.</summary>
    public static partial class distributed
    {
        private static readonly Lock Gate = new();
        private static ProcessGroup? defaultGroup;
        private static GroupMaker? groupMaker;

        [Flags]
        private enum Features
        {
            C10d = 1,
            Gloo = 2,
            Nccl = 4,
        }

        private static Features Available => (Features)NativeMethods.tl_dist_features();

        /// <summary>Whether the libtorch at hand was built with torch.distributed.</summary>
        public static bool is_available() => Available.HasFlag(Features.C10d);

        /// <summary>Whether groups can talk over gloo, on the CPU.</summary>
        public static bool is_gloo_available() => Available.HasFlag(Features.Gloo);

        /// <summary>Whether groups can talk over NCCL, between NVIDIA's graphics processors.</summary>
        public static bool is_nccl_available() => Available.HasFlag(Features.Nccl);

        /// <summary>Whether <see cref="init_process_group"/> has been called and not undone.</summary>
        public static bool is_initialized() => Volatile.Read(ref defaultGroup) is not null;

        /// <summary>Whether torchrun or a kin of it started this process.</summary>
        public static bool is_torchelastic_launched() => Environment.GetEnvironmentVariable("TORCHELASTIC_RUN_ID") is not null;

        /// <summary>This process's rank in a group.</summary>
        /// <param name="group">The group; null for all processes.</param>
        /// <returns>The rank, from 0; -1 when this process is not in the group.</returns>
        /// <exception cref="InvalidOperationException">No group has been initialized.</exception>
        public static int get_rank(ProcessGroup? group = null) => Of(group).rank();

        /// <summary>How many processes a group has.</summary>
        /// <param name="group">The group; null for all processes.</param>
        /// <returns>The number; -1 when this process is not in the group.</returns>
        /// <exception cref="InvalidOperationException">No group has been initialized.</exception>
        public static int get_world_size(ProcessGroup? group = null) => Of(group).size();

        /// <summary>What a group talks over: "gloo", "nccl" or "cpu:gloo,cuda:nccl".</summary>
        /// <param name="group">The group; null for all processes.</param>
        /// <exception cref="InvalidOperationException">No group has been initialized.</exception>
        public static string get_backend(ProcessGroup? group = null) => Of(group).Backend;

        /// <summary>A group, or the one of all processes where none is named.</summary>
        internal static ProcessGroup Of(ProcessGroup? group) => group ?? Volatile.Read(ref defaultGroup)
            ?? throw new InvalidOperationException("The default process group has not been initialized: call torch.distributed.init_process_group first.");

        /// <summary>Throws what a failed backward became: where gradients are averaged meanwhile, that another rank is lost shows there first.</summary>
        internal static void CheckBackward(int status)
        {
            if (Volatile.Read(ref defaultGroup) is { } group)
            {
                group.Check(status, "backward");
            }

            NativeError.Check(status, "backward");
        }

        /// <summary>Says at once and clearly that this libtorch cannot do it.</summary>
        internal static void Require()
        {
            if (!is_available())
            {
                throw new TorchNotImplementedException(
                    $"libtorch {NativeLibraries.LibtorchVersion} was built without torch.distributed: use one that has it; official builds and Debian's do.");
            }
        }
    }
}

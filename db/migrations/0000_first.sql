CREATE TABLE "access_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"institution_id" text NOT NULL,
	"role" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "access_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"compartment" text NOT NULL,
	"form" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "answers_run_id_seq_compartment_pk" PRIMARY KEY("run_id","seq","compartment")
);
--> statement-breakpoint
CREATE TABLE "definitions" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"body" text NOT NULL,
	"workflow_type" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "definitions_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_run_id_step_opening_role_pk" PRIMARY KEY("run_id","step","opening","role")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"act_id" text NOT NULL,
	"act" json NOT NULL,
	"actor" json NOT NULL,
	"answers_digest" text,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "history_run_id_seq_pk" PRIMARY KEY("run_id","seq"),
	CONSTRAINT "history_act" UNIQUE("run_id","act_id")
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text PRIMARY KEY NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"language" text DEFAULT 'es' NOT NULL,
	"email" text,
	"supervisor_email" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"institution_id" text NOT NULL,
	"role" text NOT NULL,
	"step" text,
	"opening" integer,
	"due_at" timestamp with time zone,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reference" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notices_run_id_seq_n_pk" PRIMARY KEY("run_id","seq","n")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"message" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "outbox_act" UNIQUE("run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "person_keys" (
	"person_id" text PRIMARY KEY NOT NULL,
	"wrapped_by" text NOT NULL,
	"identity" "bytea" NOT NULL,
	"contact" "bytea" NOT NULL,
	"protection" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"run_id" text NOT NULL,
	"share" text NOT NULL,
	"seq" integer NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"to_role" text NOT NULL,
	"institution_id" text NOT NULL,
	"categories" text[] NOT NULL,
	"state" text NOT NULL,
	"packet" "bytea",
	"acknowledge_by" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"released_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	CONSTRAINT "releases_run_id_share_pk" PRIMARY KEY("run_id","share")
);
--> statement-breakpoint
CREATE TABLE "run_parties" (
	"run_id" text NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	CONSTRAINT "run_parties_run_id_role_pk" PRIMARY KEY("run_id","role")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"protocol" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"started_by" text NOT NULL,
	"rehearsal" boolean DEFAULT false NOT NULL,
	"seq" integer NOT NULL,
	"state" json NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	"next_due_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"paused" boolean DEFAULT false NOT NULL,
	"lapsed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"by_silence" boolean DEFAULT false NOT NULL,
	CONSTRAINT "steps_run_id_step_opening_role_pk" PRIMARY KEY("run_id","step","opening","role")
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_parties" ADD CONSTRAINT "run_parties_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "history_start" ON "history" USING btree ("act_id") WHERE seq = 1;--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("created_at") WHERE state in ('pending', 'sending');--> statement-breakpoint
CREATE INDEX "releases_recipient" ON "releases" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "run_parties_institution" ON "run_parties" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "runs_due" ON "runs" USING btree ("next_due_at") WHERE next_due_at is not null and not rehearsal;--> statement-breakpoint
CREATE INDEX "steps_inbox" ON "steps" USING btree ("institution_id","due_at") WHERE status in ('open', 'suspended');
CREATE TABLE "institution_names" (
	"institution_id" text NOT NULL,
	"since" date NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"source" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "institution_names_institution_id_since_pk" PRIMARY KEY("institution_id","since")
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "packs_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "register" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "register_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"change" json NOT NULL,
	"source" json NOT NULL,
	"note" text,
	"actor" json NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"protocol" text NOT NULL,
	"version" integer NOT NULL,
	"pack" text NOT NULL,
	"digest" text NOT NULL,
	"body" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "variants_protocol_version_pack_pk" PRIMARY KEY("protocol","version","pack")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "pack" text;